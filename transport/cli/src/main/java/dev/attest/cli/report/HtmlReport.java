package dev.attest.cli.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes the report: one file that loads nothing. Its content security policy allows one script and one style sheet by
 * their hashes, and pictures that are in the file. It works without the script, too, but for the search.
 */
public final class HtmlReport {

    private static final String HOME = "/dev/attest/cli/report/";

    private HtmlReport() {}

    /**
     * What was written.
     *
     * @param failed number of tests that a person has to look at
     * @param leftOut number of pictures and texts that the limit kept out
     * @param unreadable number of files that could not be read
     */
    public record Written(int results, int failed, int pictures, int leftOut, int unreadable, long bytes) {}

    /**
     * Writes the report to a file, which then has either its old or its new content.
     *
     * @param made what the report was made of, and when
     * @param limit of all pictures and texts in it, in bytes
     */
    public static Written write(Path file, String title, String made, List<ReportedRun> runs, long limit)
            throws IOException {
        EmbeddedFiles files = new EmbeddedFiles(limit);
        ReportView view = ReportView.of(title, made, runs, files);
        Path partial = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (Writer out = new BufferedWriter(
                    Files.newBufferedWriter(partial, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW))) {
                render(view, out);
            } catch (UncheckedIOException e) {
                throw new IOException("cannot write " + partial + ": " + e.getMessage(), e);
            }
            replace(partial, file);
        } finally {
            Files.deleteIfExists(partial);
        }
        int failed = view.runs().stream().mapToInt(run -> run.troubles().size()).sum();
        return new Written(
                view.total(), failed, files.pictures(), files.leftOut(), files.unreadable(), Files.size(file));
    }

    private static void render(ReportView view, Writer out) throws IOException {
        String style = resource("report.css");
        String script = resource("report.js");
        String policy = "default-src 'none'; img-src data:; style-src '" + hash(style) + "'; script-src '"
                + hash(script) + "'; base-uri 'none'; form-action 'none'";
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());
        Map<String, Object> parameters = Map.of("view", view, "style", style, "script", script, "policy", policy);
        templates.render("report.jte", parameters, new WriterOutput(out));
    }

    private static void replace(Path partial, Path file) throws IOException {
        try {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(HOME + name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.attest.internal.qacomplete;

import dev.attest.AttachmentType;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.mime.WebArchive;
import dev.attest.internal.mime.WebArchive.EmbeddedFile;
import dev.attest.internal.text.Texts;
import dev.attest.spi.Failure;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The report of a test that did not pass, as one HTML page: failure, pictures, trace, output and files. It contains no
 * scripts and loads nothing, which its Content-Security-Policy enforces. All texts of tests are escaped.
 */
final class FailureReport {

    /** The default limit of IIS is 30,000,000 bytes, and Base64 adds a third. */
    private static final long MOST_PICTURES = 15L * 1024 * 1024;

    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int HEAD_OF_IMAGE = 12;
    private static final String HEAD = """
            <!doctype html>
            <html><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src cid:; style-src 'unsafe-inline'">
            <title>%1$s</title>
            <style>
            body { font: 14px/1.4 sans-serif; margin: 1.5em; color: #222 }
            h1 { font-size: 1.3em } h2 { font-size: 1.1em; margin-top: 1.5em }
            pre { background: #f5f5f5; border: 1px solid #ddd; padding: .7em; white-space: pre-wrap; overflow-wrap: anywhere }
            img { max-width: 100%%; border: 1px solid #999 } td { padding-right: 1.5em; vertical-align: top }
            </style></head><body>
            <h1>%1$s</h1>
            """;

    private final ReportedRow row;
    private final StringBuilder html = new StringBuilder();
    private final List<EmbeddedFile> files = new ArrayList<>();
    private final boolean withPictures;
    private long pictures;

    private FailureReport(ReportedRow row, boolean withPictures) {
        this.row = row;
        this.withPictures = withPictures;
    }

    /** @param withPictures whether to include pictures */
    static WebArchive of(ReportedRow row, boolean withPictures) throws IOException {
        return new FailureReport(row, withPictures).archive();
    }

    private WebArchive archive() throws IOException {
        TestDescription test = row.last().test();
        html.append(HEAD.formatted(Texts.html(test.title()))).append("<table>\n");
        line("Test", test.id().qualifiedName() + test.id().path());
        line("Began", row.last().started().toString());
        html.append("</table>\n");
        for (int i = row.attempts().size() - 1; i >= 0; i--) {
            attempt(row.attempts().get(i));
        }
        listFiles();
        html.append("</body></html>\n");
        // The boundary contains a hyphen, which Base64 does not.
        return new WebArchive("attest-report", row.last().completed(), html.toString(), files);
    }

    private void attempt(Result result) throws IOException {
        String number = row.attempts().size() == 1 ? "" : "Attempt " + result.attempt() + ": ";
        heading(number + result.outcome() + " after " + result.duration().toMillis() + " ms");
        Failure failure = result.failure();
        text("", failure == null ? "" : failure.message());
        for (AttachedContent evidence : row.evidence()) {
            if (evidence.attachment().attempt() == result.attempt()) {
                picture(evidence);
            }
        }
        text("Trace", failure == null ? "" : failure.stackTrace());
        text("Comment", result.comment());
        for (AttachedContent evidence : row.evidence()) {
            boolean console = evidence.attachment().type() == AttachmentType.CONSOLE_LOG;
            if (console && evidence.attachment().attempt() == result.attempt()) {
                text(evidence.attachment().fileName(), TextTail.of(evidence.content(), LONGEST_TEXT));
            }
        }
    }

    private void picture(AttachedContent evidence) throws IOException {
        Optional<String> type = imageType(evidence.content());
        if (type.isEmpty()) {
            return;
        }
        String name = Texts.html(evidence.attachment().fileName());
        if (!withPictures || pictures + evidence.content().size() > MOST_PICTURES) {
            html.append("<p>%s is not shown: the report would be too large for the server.</p>\n".formatted(name));
            return;
        }
        EmbeddedFile file = new EmbeddedFile(
                "file-" + evidence.attachment().number() + "@attest.invalid", type.get(), evidence.content()::open);
        files.add(file);
        pictures += evidence.content().size();
        html.append("<p><img src=\"%s\" alt=\"%s\"><br>%s</p>\n".formatted(file.reference(), name, name));
    }

    /** Returns the media type of an image that a browser can show. Its first bytes determine it, not its name. */
    private static Optional<String> imageType(Content content) throws IOException {
        String head;
        try (InputStream in = content.open()) {
            head = new String(in.readNBytes(HEAD_OF_IMAGE), StandardCharsets.ISO_8859_1); // one character for each byte
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        }
        if (head.startsWith("GIF8")) {
            return Optional.of("image/gif");
        }
        return head.startsWith("RIFF") && head.startsWith("WEBP", 8) ? Optional.of("image/webp") : Optional.empty();
    }

    private void listFiles() {
        if (row.evidence().isEmpty()) {
            return;
        }
        heading("Files");
        html.append("<table>\n");
        for (AttachedContent evidence : row.evidence()) {
            Attachment file = evidence.attachment();
            line(file.fileName(), evidence.content().size() + " bytes, sha256 " + file.sha256());
        }
        html.append("</table>\n");
    }

    private void heading(String text) {
        html.append("<h2>").append(Texts.html(text)).append("</h2>\n");
    }

    private void line(String name, String value) {
        html.append("<tr><td>%s</td><td>%s</td></tr>\n".formatted(Texts.html(name), Texts.html(value)));
    }

    private void text(String title, String text) {
        if (!text.isBlank()) {
            html.append(title.isEmpty() ? "" : "<h3>%s</h3>\n".formatted(Texts.html(title)));
            html.append("<pre>%s</pre>\n".formatted(Texts.html(Texts.cutWithNote(text, LONGEST_TEXT))));
        }
    }
}

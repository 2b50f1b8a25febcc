package dev.attest.internal.browser;

import dev.attest.internal.guard.PrivateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A page that is kept until the outcome of its test is known: in memory if it is small, else in files. What is left of
 * the files after a crash goes with the folder of the journal.
 */
final class KeptPage {

    private static final long LARGE = 256 * 1024;

    private final CapturedPage page;
    private final @Nullable Path picture;
    private final @Nullable Path source;

    private KeptPage(CapturedPage page, @Nullable Path picture, @Nullable Path source) {
        this.page = page;
        this.picture = picture;
        this.source = source;
    }

    /** @param folder for large pages */
    static KeptPage of(CapturedPage page, Path folder) {
        if (page.size() <= LARGE) {
            return new KeptPage(page, null, null);
        }
        try {
            PrivateFolder.create(folder);
            Png bytes = page.picture();
            Path picture =
                    bytes == null ? null : Files.write(Files.createTempFile(folder, "page", ".png"), bytes.bytes());
            Path source = Files.writeString(Files.createTempFile(folder, "page", ".html"), page.source());
            return new KeptPage(with(page, null, ""), picture, source);
        } catch (IOException e) {
            // The disk is full: memory has to do.
            return new KeptPage(page, null, null);
        }
    }

    /** Returns the page, and drops the files. */
    CapturedPage take() throws IOException {
        if (source == null) {
            return page;
        }
        try {
            Png bytes = picture == null ? null : new Png(Files.readAllBytes(picture));
            return with(page, bytes, Files.readString(source, StandardCharsets.UTF_8));
        } finally {
            drop();
        }
    }

    void drop() throws IOException {
        if (picture != null) {
            Files.deleteIfExists(picture);
        }
        if (source != null) {
            Files.deleteIfExists(source);
        }
    }

    private static CapturedPage with(CapturedPage page, @Nullable Png picture, String source) {
        return new CapturedPage(
                page.savedAs(), picture, page.caption(), page.absence(), page.notes(), source, page.console());
    }
}

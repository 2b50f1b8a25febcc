package dev.attest.standin.pages;

import dev.attest.standin.files.HarTable;
import dev.attest.standin.files.PrettyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How much of the files a page shows. A page with any number of files of any size stays small and quick. */
final class PreviewBudget {

    private static final int MOST_LINES = 1000;
    private static final int START_OF_ARCHIVE = 4096;

    private int files = 200;
    private long characters = 1 << 20;
    private long archives = 2 * HarTable.LARGEST;

    /**
     * The first part of a text.
     *
     * @param cut whether there is more of it
     */
    record TextPart(String text, boolean cut) {
        static final TextPart NONE = new TextPart("", false);

        /** Of a file that the page leaves out, whatever it is. */
        static final TextPart LEFT_OUT = new TextPart("", true);
    }

    /** Returns the first bytes of a file; none if the page shows enough files. */
    byte[] start(Path file) throws IOException {
        return files-- > 0 ? FilePreview.start(file) : new byte[0];
    }

    /** Returns the requests of an HTTP archive; null if the file is another one, damaged, or too large. */
    @Nullable
    HarTable har(Path file, byte[] start) throws IOException {
        var text = FilePreview.text(start);
        var head = text.substring(0, Math.min(START_OF_ARCHIVE, text.length())).strip();
        if (!head.startsWith("{") || !head.contains("\"log\"") || Files.size(file) > archives) {
            return null;
        }
        archives -= Files.size(file);
        return HarTable.of(file).orElse(null);
    }

    /** Returns the first part of a text; nothing of a file that is none, or that the page leaves out. */
    TextPart text(byte[] start, long size) {
        if (size > 0 && (characters <= 0 || start.length == 0)) {
            return TextPart.LEFT_OUT;
        }
        var read = FilePreview.text(start);
        if (read.isEmpty()) {
            return TextPart.NONE;
        }
        var text = PageText.visible(PrettyJson.of(read));
        var shown = text.lines().limit(MOST_LINES).collect(Collectors.joining("\n"));
        characters -= shown.length();
        return new TextPart(
                shown,
                size > start.length || text.lines().skip(MOST_LINES).findAny().isPresent());
    }
}

package dev.attest.internal.journal;

import dev.attest.internal.json.Json;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The first line of a journal: the number of its format.
 *
 * <pre>
 * 8c3b1f60 {"Journal":{"format":2}}␊
 * </pre>
 *
 * A change that older versions cannot read takes a new number. A new kind of line takes none: older versions set it
 * aside and report it. Format 1 had all members in full, times in ISO-8601, and a whole result for an attempt that
 * stopped. This version reads it.
 */
record FormatVersion(int format) {

    static final FormatVersion CURRENT = new FormatVersion(2);

    private static final String KIND = "Journal";

    /** Start of such a line. */
    private static final String START = "{\"" + KIND + "\":";

    byte[] line() {
        return Frame.of(Frame.begin()
                .object()
                .object(KIND)
                .member("format", format)
                .endObject()
                .endObject());
    }

    static boolean isFormat(LineRange line) {
        return line.json().startsWith(START);
    }

    /** Throws if the line has the number of a later format. */
    static void check(LineRange line, Path file) throws IOException {
        if (!isFormat(line)) {
            return;
        }
        int format = Json.read(line.json()).members().object(KIND).number("format");
        if (format > CURRENT.format()) {
            throw new IOException(
                    "cannot read " + file + ": it was written by a newer version of Attest (journal format "
                            + format + ", this one knows " + CURRENT.format()
                            + "); deliver it with that version or a later one");
        }
    }
}

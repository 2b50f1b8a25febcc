package dev.attest.journal;

import dev.attest.json.Json;
import dev.attest.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The first line of a journal, which says how the folder is to be read.
 *
 * <pre>
 * 8c3b1f60 {"Journal":{"format":1}}␊
 * </pre>
 *
 * The number rises when a version could not read what a later one writes. A new kind of line is not such a change: it is
 * set aside and named by versions that do not know it.
 */
record Format(int format) {

    static final Format CURRENT = new Format(1);

    private static final String KIND = "Journal";

    /** What such a line begins with. */
    private static final String START = "{\"" + KIND + "\":";

    byte[] line() {
        return Frame.of(KIND, Json.write(this));
    }

    static boolean isFormat(Piece line) {
        return line.json().startsWith(START);
    }

    /** Throws if the line says that only a later version can read this file. */
    static void check(Piece line, Path file) throws IOException {
        if (!isFormat(line)) {
            return;
        }
        JsonValue value = Json.read(line.json()).get(KIND);
        int format = value.as(Format.class).format();
        if (format > CURRENT.format()) {
            throw new IOException(
                    "cannot read " + file + ": it was written by a newer version of Attest (journal format "
                            + format + ", this one knows " + CURRENT.format()
                            + "); deliver it with that version or a later one");
        }
    }
}

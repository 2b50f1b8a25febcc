package dev.attest.internal.journal;

import java.nio.charset.StandardCharsets;

/**
 * A range of a file of lines: one undamaged line, or consecutive damaged lines.
 *
 * @param from its position in the file
 * @param to the position after it
 * @param intact whether it is one undamaged line
 * @param bytes the JSON of the line; empty if damaged
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LineRange(long from, long to, boolean intact, byte[] bytes) {

    static LineRange intact(long from, long to, byte[] json) {
        return new LineRange(from, to, true, json);
    }

    static LineRange damaged(long from, long to) {
        return new LineRange(from, to, false, new byte[0]);
    }

    String json() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

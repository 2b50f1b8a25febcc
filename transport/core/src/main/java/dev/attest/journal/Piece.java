package dev.attest.journal;

import java.nio.charset.StandardCharsets;

/**
 * A range of a file of lines: one undamaged line, or consecutive damaged lines.
 *
 * @param from its position in the file
 * @param to the position after it
 * @param sound whether it is one undamaged line
 * @param bytes the JSON of the line; empty if damaged
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Piece(long from, long to, boolean sound, byte[] bytes) {

    static Piece sound(long from, long to, byte[] json) {
        return new Piece(from, to, true, json);
    }

    static Piece damaged(long from, long to) {
        return new Piece(from, to, false, new byte[0]);
    }

    String json() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package dev.attest.journal;

import java.nio.charset.StandardCharsets;

/**
 * A stretch of a journal: one undamaged line, or one or more damaged lines in a row.
 *
 * @param from where it begins in the file
 * @param to where the next piece begins
 * @param sound whether it is an undamaged line
 * @param bytes its JSON; empty when damaged
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

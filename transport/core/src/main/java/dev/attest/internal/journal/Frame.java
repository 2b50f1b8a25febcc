package dev.attest.internal.journal;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * One line of a journal: a checksum, the JSON that it covers, and a line feed.
 *
 * <pre>
 * 1a2b3c4d {"TestStarted":{"row":1,"attempt":1,"test":{...},"at":"2026-11-21T09:30:00Z"}}␊
 * ╰──┬───╯ ╰───┬───────╯
 *    │         ╰ the kind is the only key; UTF-8, no line feed inside
 *    ╰ CRC-32C of the JSON, eight digits of lower-case hex
 * </pre>
 */
final class Frame {

    /** In bytes, with the line feed. A journal writes no longer line. */
    static final int LONGEST = 16 * 1024 * 1024;

    /** Length in bytes of the text before the JSON. */
    static final int PREFIX = 9;

    /** How many possible starts of a line are checked within a damaged line. */
    private static final int CANDIDATES = 16;

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private Frame() {}

    /** Returns the line, with its line feed. */
    static byte[] of(String kind, String json) {
        String line = "00000000 {\"" + kind + "\":" + json + "}\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        int crc = checksum(bytes, PREFIX, bytes.length - 1);
        for (int digit = 0; digit < 8; digit++) {
            bytes[digit] = HEX[crc >>> (28 - 4 * digit) & 0xf];
        }
        return bytes;
    }

    /** Returns whether these bytes are an undamaged line without its line feed. */
    static boolean isIntact(byte[] bytes, int from, int to) {
        return looksLikeStart(bytes, from, to) && checksum(bytes, from + PREFIX, to) == written(bytes, from);
    }

    /**
     * Returns the start of an undamaged line within a damaged one, or -1. A damaged line feed joins two lines, and the
     * second one must not be lost.
     */
    static int innerLine(byte[] bytes, int from, int to) {
        int candidates = 0;
        for (int at = from + 1; at < to - PREFIX && candidates < CANDIDATES; at++) {
            if (looksLikeStart(bytes, at, to)) {
                candidates++;
                if (checksum(bytes, at + PREFIX, to) == written(bytes, at)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static boolean looksLikeStart(byte[] bytes, int from, int to) {
        if (to - from < PREFIX + 2 || bytes[from + 8] != ' ' || bytes[from + PREFIX] != '{') {
            return false;
        }
        for (int at = from; at < from + 8; at++) {
            if (digit(bytes[at]) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int written(byte[] bytes, int from) {
        int crc = 0;
        for (int at = from; at < from + 8; at++) {
            crc = crc << 4 | digit(bytes[at]);
        }
        return crc;
    }

    private static int digit(byte hex) {
        if (hex >= '0' && hex <= '9') {
            return hex - '0';
        }
        return hex >= 'a' && hex <= 'f' ? hex - 'a' + 10 : -1;
    }

    private static int checksum(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }
}

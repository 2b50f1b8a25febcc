package dev.attest.internal.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
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

    private static final int CHECKSUM = 8;

    private static final String HEX_DIGITS = "0123456789abcdef";

    /** Length in bytes of the text before the JSON. */
    static final int PREFIX = CHECKSUM + 1;

    /** How many possible starts of a line are checked within a damaged line. */
    private static final int CANDIDATES = 16;

    private Frame() {}

    /** Returns the line, with its line feed. */
    static byte[] of(String kind, String json) {
        String line = "00000000 {\"" + kind + "\":" + json + "}\n";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(checksum(bytes, PREFIX, bytes.length - 1), 0, bytes, 0, CHECKSUM);
        return bytes;
    }

    /** Returns whether these bytes are an undamaged line without its line feed. */
    static boolean isIntact(byte[] bytes, int from, int to) {
        return looksLikeStart(bytes, from, to)
                && Arrays.equals(checksum(bytes, from + PREFIX, to), 0, CHECKSUM, bytes, from, from + CHECKSUM);
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
                if (isIntact(bytes, at, to)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private static boolean looksLikeStart(byte[] bytes, int from, int to) {
        if (to - from < PREFIX + 2 || bytes[from + CHECKSUM] != ' ' || bytes[from + PREFIX] != '{') {
            return false;
        }
        for (int at = from; at < from + CHECKSUM; at++) {
            if (HEX_DIGITS.indexOf(bytes[at]) < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] checksum(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return HexFormat.of().toHexDigits((int) crc.getValue()).getBytes(StandardCharsets.US_ASCII);
    }
}

package dev.attest.internal.journal;

import dev.attest.internal.json.JsonText;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * One line of a journal: a checksum, the JSON that it covers, and a line feed.
 *
 * <pre>
 * 1a2b3c4d {"TestStarted":{"row":1,"attempt":1,"test":{...},"at":1795253400000000000}}␊
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

    /** Returns an empty text with room for the checksum before it. */
    static JsonText begin() {
        return JsonText.behind(PREFIX);
    }

    /** Returns the line of a text that {@link #begin} began, with its line feed. */
    static byte[] of(JsonText json) {
        return sealed(json.bytes());
    }

    /** Returns the line of a JSON text behind room for its checksum. */
    static byte[] sealed(byte[] json) {
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        int checksum = checksum(line, PREFIX, json.length);
        for (int at = 0; at < CHECKSUM; at++) {
            line[at] = digit(checksum, at);
        }
        line[CHECKSUM] = ' ';
        return line;
    }

    /** Returns whether these bytes are an undamaged line without its line feed. */
    static boolean isIntact(byte[] bytes, int from, int to) {
        long written = writtenChecksum(bytes, from, to);
        return written >= 0 && (int) written == checksum(bytes, from + PREFIX, to);
    }

    /**
     * Returns the start of an undamaged line within a damaged one, or -1. A damaged line feed joins two lines, and the
     * second one must not be lost.
     */
    static int innerLine(byte[] bytes, int from, int to) {
        int candidates = 0;
        for (int at = from + 1; at < to - PREFIX && candidates < CANDIDATES; at++) {
            if (writtenChecksum(bytes, at, to) >= 0) {
                candidates++;
                if (isIntact(bytes, at, to)) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** Returns the checksum that bytes begin with, from 0 to 2³²-1; -1 if they don't look like the start of a line. */
    private static long writtenChecksum(byte[] bytes, int from, int to) {
        if (to - from < PREFIX + 2 || bytes[from + CHECKSUM] != ' ' || bytes[from + PREFIX] != '{') {
            return -1;
        }
        long checksum = 0;
        for (int at = from; at < from + CHECKSUM; at++) {
            byte digit = bytes[at];
            if (digit >= '0' && digit <= '9') {
                checksum = checksum << 4 | digit - '0';
            } else if (digit >= 'a' && digit <= 'f') {
                checksum = checksum << 4 | digit - 'a' + 10;
            } else {
                return -1;
            }
        }
        return checksum;
    }

    /** Returns the checksum of JSON. */
    static int checksum(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }

    /** Returns a digit of the checksum, the highest first. */
    private static byte digit(int checksum, int at) {
        return (byte) HEX_DIGITS.charAt(checksum >>> (Integer.SIZE - 4 - 4 * at) & 15);
    }
}

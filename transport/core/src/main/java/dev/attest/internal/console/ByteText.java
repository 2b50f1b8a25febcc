package dev.attest.internal.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads text from bytes that somebody wrote to the console: as UTF-8 where they are UTF-8, else in the console's own
 * charset. Waits for the rest of a character that a thread wrote in parts. Thread-safe.
 */
final class ByteText {

    private static final byte[] NONE = {};

    private final Charset otherwise;

    @SuppressWarnings("ThreadLocalUsage") // what a thread began to write to one stream
    private final ThreadLocal<byte[]> begun = ThreadLocal.withInitial(() -> NONE);

    ByteText(Charset otherwise) {
        this.otherwise = otherwise;
    }

    /** Returns one for what the JVM encodes its output with. */
    static ByteText ofConsole() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        boolean known = !name.isEmpty() && Charset.isSupported(name);
        return new ByteText(known ? Charset.forName(name) : Charset.defaultCharset());
    }

    String decode(byte[] buffer, int offset, int length) {
        byte[] before = begun.get();
        if (before.length == 0 && isAscii(buffer, offset, length)) {
            return new String(buffer, offset, length, StandardCharsets.ISO_8859_1);
        }
        byte[] all = Arrays.copyOf(before, before.length + length);
        System.arraycopy(buffer, offset, all, before.length, length);
        int whole = all.length - unfinished(all);
        begun.set(whole == all.length ? NONE : Arrays.copyOfRange(all, whole, all.length));
        return text(all, whole);
    }

    private String text(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, length, otherwise);
        }
    }

    private static boolean isAscii(byte[] buffer, int offset, int length) {
        for (int at = offset; at < offset + length; at++) {
            if (buffer[at] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many bytes at the end begin a character of UTF-8 that is longer. */
    private static int unfinished(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int unit = bytes[bytes.length - back] & 0xFF;
            if (unit >= 0xC2 && unit <= 0xF4) {
                int needed = unit >= 0xF0 ? 4 : unit >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }
            if (unit < 0x80 || unit > 0xBF) {
                return 0;
            }
        }
        return 0;
    }
}

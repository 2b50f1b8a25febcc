package dev.attest.internal.console;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes bytes that were written to a stream: as UTF-8 if they are valid UTF-8, otherwise in the charset of the
 * console. Holds back an incomplete character until the same thread writes the rest. Thread-safe.
 */
final class ConsoleDecoder {

    private static final byte[] NONE = {};

    private final Charset fallback;

    @SuppressWarnings("ThreadLocalUsage") // each stream has incomplete characters of its own
    private final ThreadLocal<byte[]> incomplete = new ThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
            return NONE;
        }
    };

    ConsoleDecoder(Charset fallback) {
        this.fallback = fallback;
    }

    /** Returns a decoder with the charset of the output of the JVM. */
    static ConsoleDecoder ofJvm() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        boolean known = !name.isEmpty() && Charset.isSupported(name);
        return new ConsoleDecoder(known ? Charset.forName(name) : Charset.defaultCharset());
    }

    String decode(byte[] buffer, int offset, int length) {
        byte[] before = incomplete.get();
        if (before.length == 0 && isAscii(buffer, offset, length)) {
            return new String(buffer, offset, length, StandardCharsets.ISO_8859_1);
        }
        byte[] all = Arrays.copyOf(before, before.length + length);
        System.arraycopy(buffer, offset, all, before.length, length);
        int complete = all.length - incompleteLength(all);
        incomplete.set(complete == all.length ? NONE : Arrays.copyOfRange(all, complete, all.length));
        return decode(all, complete);
    }

    private String decode(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, length, fallback);
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

    /** Returns the number of bytes at the end that belong to an incomplete UTF-8 character. */
    private static int incompleteLength(byte[] bytes) {
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

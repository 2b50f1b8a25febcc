package dev.attest.internal.config.setting;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number of bytes; the units {@code k} and {@code m} are powers of 1024. */
public record ByteSize(int bytes) {

    private static final String FORM = "(\\d{1,9})\\s*(k|m)?(i?b)?";

    /** Returns the size; null if the text is none, or one below the least or above the most. */
    static @Nullable ByteSize parse(String text, ByteSize least, ByteSize most) {
        var matcher = Pattern.compile(FORM).matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return null;
        }
        var unit = matcher.group(2);
        var factor = unit == null ? 1L : unit.equals("k") ? 1L << 10 : 1L << 20;
        var bytes = Long.parseLong(matcher.group(1)) * factor;
        return bytes >= least.bytes && bytes <= most.bytes ? new ByteSize((int) bytes) : null;
    }

    static ByteSize ofKilo(int kilo) {
        return new ByteSize(kilo << 10);
    }

    static ByteSize ofMega(int mega) {
        return new ByteSize(mega << 20);
    }

    /** Returns the shortest form that can be set. */
    @Override
    public String toString() {
        if (bytes == 0 || bytes % (1 << 10) != 0) {
            return String.valueOf(bytes);
        }
        return bytes % (1 << 20) == 0 ? (bytes >> 20) + "m" : (bytes >> 10) + "k";
    }
}

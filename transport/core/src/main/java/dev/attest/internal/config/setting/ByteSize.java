package dev.attest.internal.config.setting;

import java.util.Locale;
import java.util.regex.Pattern;

/** A number of bytes; the units {@code k} and {@code m} are powers of 1024. */
public record ByteSize(int bytes) {

    private static final String FORM = "(\\d{1,9})\\s*(k|m)?(i?b)?";

    /** Accepts sizes from the least to the most, both included. */
    static ValueType<ByteSize> between(ByteSize least, ByteSize most) {
        return new ValueType<>("a number of bytes such as 4m or 512k, from " + least + " to " + most, text -> {
            var matcher = Pattern.compile(FORM).matcher(text.toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                return null;
            }
            var unit = matcher.group(2);
            var factor = unit == null ? 1L : unit.equals("k") ? 1L << 10 : 1L << 20;
            var bytes = Long.parseLong(matcher.group(1)) * factor;
            return bytes >= least.bytes && bytes <= most.bytes ? new ByteSize((int) bytes) : null;
        });
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

package dev.attest.cli.report;

import java.time.Duration;
import java.util.Locale;

/** Sizes and durations for people. */
public final class Sizes {

    private Sizes() {}

    /** Returns such as {@code 1.2 MB}; empty for a negative number, which stands for an unknown size. */
    public static String of(long bytes) {
        if (bytes < 0) {
            return "";
        }
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f KB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis < 60_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1e3)
                : millis / 60_000 + " min " + millis / 1000 % 60 + " s";
    }
}

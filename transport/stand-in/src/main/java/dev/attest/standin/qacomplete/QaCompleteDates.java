package dev.attest.standin.qacomplete;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates as the service writes them, with seven fractional digits and no zone. The date of never has a year of five
 * digits.
 */
final class QaCompleteDates {

    static final String NEVER = "00001-01-01T00:00:00.0000000";

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private QaCompleteDates() {}

    static String of(@Nullable Instant instant) {
        return instant == null ? NEVER : WRITTEN.format(instant);
    }

    /** Returns a duration as hours, minutes and seconds. */
    static String clock(int seconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}

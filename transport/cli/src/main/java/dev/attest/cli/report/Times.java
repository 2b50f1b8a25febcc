package dev.attest.cli.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for people. A report is read in other zones than it was made in, so that it has UTC. */
public final class Times {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** Returns such as {@code 2026-12-01 09:30:00 UTC}. */
    public static String of(Instant time) {
        return FORM.format(time);
    }
}

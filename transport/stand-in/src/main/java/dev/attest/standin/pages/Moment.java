package dev.attest.standin.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A time as people read it: how long ago it was, with the exact time as the title. */
record Moment(Instant at) {

    /** The largest number of each unit before the next larger unit is used. */
    private enum Unit {
        SECOND(1, 60),
        MINUTE(60, 60),
        HOUR(3600, 24),
        DAY(86_400, 60);

        private final long seconds;
        private final long most;

        Unit(long seconds, long most) {
            this.seconds = seconds;
            this.most = most;
        }
    }

    /** Returns the time for machines. */
    String iso() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    String exact() {
        return PageText.time(at);
    }

    String ago() {
        return ago(Duration.between(at, Instant.now()));
    }

    /** Returns the time that has passed in words. After two months, the date says more. */
    String ago(Duration passed) {
        var seconds = passed.toSeconds();
        if (seconds < 0) {
            return exact();
        }
        if (seconds < 5) {
            return "just now";
        }
        for (var unit : Unit.values()) {
            var count = seconds / unit.seconds;
            if (count < unit.most) {
                return count + " " + PageText.lower(unit.name()) + (count == 1 ? "" : "s") + " ago";
            }
        }
        return exact().substring(0, "2026-12-01".length());
    }
}

package dev.attest.standin.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Retry-After} in any of its forms, the senseless one included.
 *
 * @param text of the header, where it is not a date
 * @param ahead how far the date lies ahead of the reply
 */
record RetryAfter(String text, @Nullable Duration ahead) {

    static RetryAfter of(Word word) {
        var value = word.value();
        if (value.matches("\\d{1,9}")) {
            return new RetryAfter(value, null);
        }
        if (value.startsWith("text:")) {
            return new RetryAfter(value.substring("text:".length()), null);
        }
        if (value.startsWith("date:")) {
            return new RetryAfter("", new Word("retry-after", value.substring("date:".length()), false).duration());
        }
        throw word.expected("seconds (retry-after=3), a date so far ahead (retry-after=date:3s) or any text"
                + " (retry-after=text:soon)");
    }

    String at(Instant now) {
        return ahead == null
                ? text
                : DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plus(ahead).atOffset(ZoneOffset.UTC));
    }
}

package dev.attest.internal.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2,                               PT2S",
        "0.25,                            PT0.25S",
        "0,                               PT0S",
        "601,                             PT10M",
        "999999999,                       PT10M",
        "'Sat, 21 Nov 2026 09:00:30 GMT', PT30S",
        "'Sat, 21 Nov 2026 08:59:59 GMT', PT0S",
        "'Sun, 22 Nov 2026 09:00:00 GMT', PT10M",
        "-1,                              PT0S",
        "NaN,                             PT0S",
        "1000000000,                      PT10M",
        "99999999999999999999,            PT10M",
        "soon,                            PT0S",
        "'',                              PT0S",
    })
    void understandsSecondsAndDatesAndIgnoresTheRest(String value, Duration expected) {
        assertThat(RetryAfter.of(reply(Map.of("retry-after", List.of(value))), CLOCK.instant()))
                .isEqualTo(expected);
    }

    @Test
    void measuresADateByTheClockOfTheServer() {
        Map<String, List<String>> headers = Map.of(
                "retry-after", List.of("Sat, 21 Nov 2026 12:00:05 GMT"),
                "date", List.of("Sat, 21 Nov 2026 12:00:00 GMT"));

        assertThat(RetryAfter.of(reply(headers), CLOCK.instant())).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "'',    '',  '',         '',         PT0S",
        "'',    3.5, 0,          1795251900, PT3.5S",
        "'',    900, 0,          '',         PT30S",
        "'',    '',  0,          1795251612, PT12S",
        "'',    '',  0,          1795251900, PT30S",
        "'',    '',  0,          1795251500, PT0S",
        "'',    '',  0,          '',         PT0S",
        "'',    0,   200,        1795251612, PT0S",
        "'',    '',  200,        1795251612, PT0S",
        "'',    x,   y,          z,          PT0S",
        "2,     9,   0,          1795251612, PT2S",
    })
    void leavesAServiceAloneThatHasNothingLeftToGive(
            String retryAfter, String delay, String remaining, String reset, Duration expected) {
        Map<String, List<String>> headers = Map.of(
                "retry-after", List.of(retryAfter),
                "x-ratelimit-delay", List.of(delay),
                "x-ratelimit-remaining", List.of(remaining),
                "x-ratelimit-reset", List.of(reset));

        assertThat(RetryAfter.of(new Response(200, headers, "", false, ""), CLOCK.instant()))
                .isEqualTo(expected);
    }

    @Test
    void isZeroWhereTheReplySaysNothing() {
        assertThat(RetryAfter.of(reply(Map.of()), CLOCK.instant())).isZero();
    }

    private static Response reply(Map<String, List<String>> headers) {
        return new Response(429, headers, "", false, "");
    }
}

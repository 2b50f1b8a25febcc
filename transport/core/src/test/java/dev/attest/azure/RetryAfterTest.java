package dev.attest.azure;

import dev.attest.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {

    private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

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
        "99999999999999999999,            PT0S",
        "soon,                            PT0S",
        "'',                              PT0S",
    })
    void understandsSecondsAndDatesAndIgnoresTheRest(String value, Duration expected) {
        assertThat(RetryAfter.of(reply(Map.of("retry-after", List.of(value))), CLOCK))
                .isEqualTo(expected);
    }

    @Test
    void measuresADateByTheClockOfTheServer() {
        Map<String, List<String>> headers = Map.of(
                "retry-after", List.of("Sat, 21 Nov 2026 12:00:05 GMT"),
                "date", List.of("Sat, 21 Nov 2026 12:00:00 GMT"));

        assertThat(RetryAfter.of(reply(headers), CLOCK)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void isZeroWhereTheReplySaysNothing() {
        assertThat(RetryAfter.of(reply(Map.of()), CLOCK)).isZero();
    }

    private static Response reply(Map<String, List<String>> headers) {
        return new Response(429, headers, "", false, "");
    }
}

package dev.attest.standin.pages;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MomentTest {

    private final Moment moment = new Moment(Instant.parse("2026-11-26T10:00:00.5Z"));

    @ParameterizedTest
    @CsvSource({
        "-1, 2026-11-26 10:00:00 UTC",
        "0, just now",
        "5, 5 seconds ago",
        "59, 59 seconds ago",
        "60, 1 minute ago",
        "3599, 59 minutes ago",
        "3600, 1 hour ago",
        "86399, 23 hours ago",
        "86400, 1 day ago",
        "5183999, 59 days ago",
        "5184000, 2026-11-26"
    })
    void saysHowLongAgoItWas(long seconds, String words) {
        assertThat(moment.ago(Duration.ofSeconds(seconds))).isEqualTo(words);
        assertThat(moment.exact()).isEqualTo("2026-11-26 10:00:00 UTC");
        assertThat(moment.iso()).isEqualTo("2026-11-26T10:00:00Z");
    }
}

package dev.attest.internal.azure.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T08:00:00Z",
                "2026-11-21T08:00:01.5Z",
                "2026-02-28T23:59:59.007999999Z",
                "1969-12-31T23:59:59.123456Z",
                "0999-01-01T00:00:00.001Z",
                "+12026-11-21T08:00:00.010Z"
            })
    void writesAndReadsAsJavaDoes(String text) {
        Instant instant = Instant.parse(text);

        assertThat(Times.text(instant))
                .isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS).toString());
        assertThat(Times.millis(instant)).isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS));
        assertThat(Times.parse(text)).hasValue(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T09:00:00+01:00", "2026-11-21T08:00Z", "2026-11-21T08:00:00.0000000Z"})
    void readsWhatServersWrite(String text) {
        assertThat(Times.parse(text)).hasValue(Instant.parse("2026-11-21T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-11-21", "2026-13-21T08:00:00Z", "Z"})
    void readsNothingFromOtherText(String text) {
        assertThat(Times.parse(text)).isEmpty();
    }

    @Test
    void keepsWhatIsToTheMillisecond() {
        Instant instant = Instant.parse("2026-11-21T08:00:00.123Z");

        assertThat(Times.millis(instant)).isEqualTo(instant);
    }
}

package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AzureDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T08:00:00Z",
                "2026-12-01T08:00:01.5Z",
                "2026-12-01T23:59:59.05Z",
                "2024-02-29T00:00:00.487Z",
                "2026-12-01T08:00:01.0000001Z",
                "2026-12-01T08:00:01.000000001Z",
                "2026-12-01T08:00:01.999999999Z",
                "1969-12-31T23:59:59.9Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2026-12-01T08:00Z",
                "2026-12-01T08:00:01.5+05:30",
                "2026-12-01T08:00:01-00:00",
                "+12026-12-01T08:00:01Z"
            })
    void readsADateAsTheLibraryDoes(String text) {
        assertThat(AzureDates.read(text, "startedDate"))
                .isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T08:00:00Z",
                "2026-13-01T08:00:00Z",
                "2026-00-01T08:00:00Z",
                "2026-12-00T08:00:00Z",
                "2026-12-01T24:00:00Z",
                "2026-12-01T08:60:00Z",
                "2026-12-01T08:00:60Z",
                "2026-12-01T08:00:00.0000000001Z",
                "2026-12-01T08:00:00,5Z",
                "2026-12-01T08:00:00ZZ",
                "2026-12-01 08:00:00Z",
                "٢٠٢٦-12-01T08:00:00Z",
                ""
            })
    void refusesWhatIsNoDate(String text) {
        assertThatThrownBy(() -> AzureDates.read(text, "startedDate"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("\"" + text + "\" is not a date.");
    }

    @Test
    void readsADayAndALocalTimeAsUtc() {
        assertThat(AzureDates.read(" 2026-12-01 ", "startedDate")).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(AzureDates.read("2026-12-01T08:00:00", "startedDate"))
                .isEqualTo(Instant.parse("2026-12-01T08:00:00Z"));
    }
}

package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueryDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T10:00:00Z",
                "2026-12-01T12:00:00.000+02:00",
                "2026-12-01T10:00:00",
                "2026-12-01 10:00:00Z",
                "2026-12-01 10:00",
                "Tue, 01 Dec 2026 10:00:00 GMT",
                "1 Dec 2026 10:00",
                "Dec 1, 2026 10:00 AM",
                "12/1/2026 10:00 am",
                "12/01/2026 10:00:00",
                "12/01/2026 12:00:00 +02:00",
                "2026/12/01 10:00:00.0"
            })
    void readsWhatTheServiceParses(String text) {
        assertThat(QueryDates.read(text, "date")).isEqualTo(Instant.parse("2026-12-01T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01, 2026-12-01T00:00:00Z", "12/1/2026, 2026-12-01T00:00:00Z"})
    void startsADayWithoutATimeAtMidnight(String text, Instant start) {
        assertThat(QueryDates.read(text, "date")).isEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "13/13/2026", "Mon, 01 Dec 2026 10:00:00 GMT"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> QueryDates.read(text, "date"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not a date");
    }

    @Test
    void refusesTheTextThatJavaScriptWritesForADate() {
        assertThatThrownBy(() -> QueryDates.read("Tue Dec 01 2026 10:00:00 GMT+0000 (UTC)", "date"))
                .isInstanceOf(Refusal.class);
    }
}

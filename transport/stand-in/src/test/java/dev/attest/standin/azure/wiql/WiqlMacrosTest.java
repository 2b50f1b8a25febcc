package dev.attest.standin.azure.wiql;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WiqlMacrosTest {

    private final WiqlMacros macros = new WiqlMacros("demo", "Ann", LocalDate.parse("2026-12-01"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "= @today",
                "= @TODAY",
                "> @today - 1",
                "> @today-1",
                "> @today -1",
                "< @today + 1",
                ">= @today",
                "<= @today",
                "= '2026-12-01'",
                "<> @today - 7"
            })
    void comparesDatesByDay(String condition) {
        assertThat(holds("[System.ChangedDate] " + condition, "2026-12-01T23:59:59.9Z"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"> @today", "< @today", "= @today - 1"})
    void tellsDaysApart(String condition) {
        assertThat(holds("[System.ChangedDate] " + condition, "2026-12-01T23:59:59.9Z"))
                .isFalse();
    }

    @Test
    void knowsTheProjectAndTheUser() {
        assertThat(holds("[System.TeamProject] = @Project", "demo")).isTrue();
        assertThat(holds("[System.CreatedBy] = @me", "Ann")).isTrue();
        assertThat(holds("[System.CreatedBy] IN ('Bob', @me)", "Ann")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@yesterday", "@me - 1", "@today - x", "@today -", "@"})
    void refusesOtherMacros(String value) {
        assertThatThrownBy(() -> holds("[System.ChangedDate] > " + value, "")).isInstanceOf(WiqlException.class);
    }

    private boolean holds(String condition, String value) {
        var query = WiqlQuery.parse("SELECT [System.Id] FROM WorkItems WHERE " + condition, macros);
        return query.where().holds(field -> value);
    }
}

package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueryEnumTest {

    private final QueryEnum details = QueryEnum.flags("details", "iterations", "workItems", "subResults", "point");
    private final QueryEnum policy = QueryEnum.of("errorPolicy", 1, "fail", "omit");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WorkItems,Point | workitems,point",
                "workitems, 4    | workitems,subresults",
                "6               | workitems,subresults",
                "15              | iterations,workitems,subresults,point",
                "None            | ''",
                "0               | ''",
            })
    void combinesFlags(String text, String values) {
        assertThat(String.join(",", details.all(text))).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "Omit"})
    void readsOneValueByNameAndByNumber(String text) {
        assertThat(policy.one(text)).contains("omit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "fail,omit", "some"})
    void refusesAValueThatTheEnumDoesNotHave(String text) {
        assertThatThrownBy(() -> policy.all(text))
                .isInstanceOf(Refusal.class)
                .hasMessage("\"" + text + "\" is not a value of errorPolicy.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "all"})
    void refusesAFlagThatTheEnumDoesNotHave(String text) {
        assertThatThrownBy(() -> details.all(text)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void readsNothingFromNoText(String text) {
        assertThat(policy.one(text)).isEmpty();
        assertThat(details.all(null)).isEmpty();
    }
}

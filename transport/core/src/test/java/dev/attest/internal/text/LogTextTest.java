package dev.attest.internal.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Attest: 12 tests: 12 passed; https://dev.azure.com/contoso/shop/_TestManagement/Runs?runId=12&_a=x",
                "Test Foo::bar of [::1]:8080 expected: #1 but was: # 2",
                "std::vector; a: :b; C#; Größe \ud83d\ude00"
            })
    void leavesHarmlessTextAlone(String text) {
        assertThat(LogText.line(text)).isEqualTo(text);
        assertThat(LogText.lines(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a ##vso[x]y|a # #vso[x]y",
                "####[x]|# # # #[x]",
                "::error::x|: :error::x",
                "  :::x|  : ::x",
                ": ::x|: ::x",
                "a::error::x|a::error::x"
            })
    void separatesWhatMakesACommand(String text, String expected) {
        assertThat(LogText.line(text)).isEqualTo(expected);
    }

    @Test
    void makesALineOfSeveral() {
        assertThat(LogText.line("a\r\n::error::b\u001b[31m\u202e")).isEqualTo("a  ::error::b [31m\ufffd");
    }

    @Test
    void keepsTheLinesOfATrace() {
        assertThat(LogText.lines("x\n::error::a\r\n\t::b\rc\n\tat C.m(C.java:1)\n"))
                .isEqualTo("x\n: :error::a\r\n\t: :b c\n\tat C.m(C.java:1)\n");
    }

    @ParameterizedTest
    @MethodSource("dev.attest.internal.summary.HostileText#all")
    void leavesNothingThatIsExecuted(String hostile) {
        assertThat(CiLog.executed(LogText.line(hostile))).isEmpty();
        assertThat(LogText.line(hostile).lines().count()).isLessThanOrEqualTo(1);
        assertThat(CiLog.executed(LogText.lines(hostile))).isEmpty();
        assertThat(LogText.line(LogText.line(hostile))).isEqualTo(LogText.line(hostile));
    }
}

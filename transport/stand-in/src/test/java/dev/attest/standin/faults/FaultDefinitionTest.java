package dev.attest.standin.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultDefinitionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop                                   | has the form \"METHOD PATH: OPTIONS\"",
                "POST: drop                             | has the form \"METHOD PATH: OPTIONS\"",
                "POST */runs drop                       | has the form \"METHOD PATH: OPTIONS\"",
                "'POST */runs: '                        | has the form \"METHOD PATH: OPTIONS\"",
                "PO-ST */runs: drop                     | expected methods, such as POST",
                "POST runs: drop                        | expected a path that begins with / or *",
                "POST */runs: nht=2 drop                | \"nht=2\" is not understood: expected one of nth, every,",
                "POST */runs: nth=0 drop                | expected a whole number from 1, such as nth=2",
                "POST */runs: nth=2 every=2 drop        | cannot be combined with from, to or every",
                "POST */runs: nth=2 nth=3 drop          | \"nth\" appears twice",
                "POST */runs: from=5 to=4 drop          | from=5 is after to=4",
                "POST */runs: min-size=2KB max-size=1KB drop | min-size=2048 is more than max-size=1024",
                "POST */runs: chance=10 drop            | expected a probability between 0 and 1",
                "POST */runs: for=3 drop                | expected a time, such as for=200ms",
                "POST */runs: nth=2                     | does not say what happens: expected one of commit, status,",
                "POST */runs: status=99                 | expected an HTTP status from 200 to 599",
                "POST */runs: status=503 body=xml       | expected azure, html, text, json, sign-in, empty, half",
                "POST */runs: retry-after=soon          | retry-after=date:3s",
                "POST */runs: header=X                  | such as header=X-RateLimit-Remaining:0",
                "POST */runs: header=\"X: a\\r\\nY: b\" | such as header=X-RateLimit-Remaining:0",
                "POST */runs: cut=x                     | expected a size, such as cut=512",
                "POST */runs: drip=5                    | expected bytes per time, such as drip=100/s",
                "POST */runs: drip=0/s                  | expected bytes per time, such as drip=100/s",
                "POST */runs: drop=1                    | expected \"drop\" alone",
                "POST */runs: drop hang                 | cannot have both drop and hang",
                "POST */runs: drop status=503           | cannot have both drop and an answer",
                "POST */runs: sign-in=203 status=503    | cannot have both sign-in and status",
                "POST */runs: commit                    | expected drop, reset, hang",
                "POST */runs: commit cut-upload=3       | cannot have both commit and cut-upload",
                "POST */runs: body=\"a                  | is not closed"
            })
    void namesWhatIsWrongAndWhatWasExpected(String text, String message) {
        assertThatThrownBy(() -> FaultDefinition.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageEndingWith("The fault was: " + text.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DELETE * : drop", "get,PATCH /{a}/b*: DROP", "* *: commit body=half", "* *: commit cut=3 reset"
            })
    void understandsWhatAPersonWouldWrite(String text) {
        assertThatCode(() -> FaultDefinition.of(text)).doesNotThrowAnyException();
    }

    @Test
    void understandsEveryExampleOfItsHelp() {
        var examples = FaultGrammar.HELP
                .substring(FaultGrammar.HELP.indexOf("Examples"))
                .lines()
                .skip(1)
                .toList();

        assertThat(examples)
                .hasSizeGreaterThan(3)
                .allSatisfy(example ->
                        assertThatCode(() -> FaultDefinition.of(example)).doesNotThrowAnyException());
        assertThat(FaultGrammar.HELP).contains(ConditionParser.NAMES).contains(ActionParser.NAMES);
    }

    @Test
    void takesATextInQuotesAsItIs() {
        var fault = FaultDefinition.of("* *: status=500 body=\"a \\\"b\\\"\\nhalf\" header=\"X-A:  b c\"")
                .fault();

        assertThat(fault.answer()).isEqualTo(new FaultReply(500, "text/plain; charset=utf-8", "a \"b\"\nhalf"));
        assertThat(fault.fixedHeaders()).containsEntry("X-A", "b c");
    }

    @ParameterizedTest
    @CsvSource({
        "*/runs, /c/p/_apis/test/Runs, true",
        "*/runs, /c/p/_apis/test/runs/, true",
        "*/runs, /c/p/_apis/test/runs/1, false",
        "/{collection}/{project}/_apis/test/runs/{run}, /c/p/_apis/test/runs/1, true",
        "/{collection}/{project}/_apis/test/runs/{run}, /c/p/_apis/test/runs/1/results, false",
        "/c/p.q/_apis/*, /c/p.q/_apis/x/y, true",
        "/c/p.q/_apis/*, /c/pxq/_apis/x/y, false"
    })
    void matchesPathsByStarsAndSegments(String pattern, String path, boolean matches) {
        assertThat(MatchCondition.PathPattern.of(pattern).matches(path)).isEqualTo(matches);
    }
}

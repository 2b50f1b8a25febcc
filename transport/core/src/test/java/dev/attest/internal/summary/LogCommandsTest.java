package dev.attest.internal.summary;

import dev.attest.internal.destination.RowReview;
import dev.attest.internal.history.Judgement;
import dev.attest.spi.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogCommandsTest {

    private static final LogCommands AZURE = LogCommands.of(Map.of("TF_BUILD", "True"));
    private static final LogCommands GITHUB = LogCommands.of(Map.of("GITHUB_ACTIONS", "true"));
    private static final NamedTest TEST = test("adds()", "expected: 2; 100%");

    @Test
    void marksTheLineOfTheCodeForEachSystem() {
        assertThat(lines(AZURE, true, summary(1, TEST)))
                .containsExactly("##vso[task.logissue type=error;sourcepath=a/B.java;linenumber=7;columnnumber=1;]"
                        + "adds(): expected: 2; 100%AZP25");
        assertThat(lines(GITHUB, false, summary(1, TEST)))
                .containsExactly("::warning file=a/B.java,line=7::adds(): expected: 2; 100%25");
        assertThat(lines(LogCommands.of(Map.of("CI", "true")), true, summary(1, TEST)))
                .isEmpty();
    }

    @Test
    void saysWhatEarlierResultsSay() {
        Judgement judgement = new Judgement(Judgement.Kind.FAILING, "failing since build 7 (2026-12-01)", 0);
        NamedTest test = new NamedTest(
                "adds()", Outcome.FAILED, 1, 5, "no", "a/B.java", 7, "", new RowReview(judgement, "", List.of()));

        assertThat(lines(GITHUB, true, summary(1, test)))
                .containsExactly("::error file=a/B.java,line=7::adds() [failing since build 7 (2026-12-01)]: no");
    }

    @Test
    void warnsOfAFailureThatIsKnown() {
        Judgement judgement = new Judgement(Judgement.Kind.FAILING, "failing since 2026-11-01", 0);
        NamedTest test = new NamedTest(
                "adds()",
                Outcome.FAILED,
                1,
                5,
                "no",
                "a/B.java",
                7,
                "",
                new RowReview(judgement.quarantined("quarantined until 2026-12-31: SHOP-7"), "", List.of()));

        assertThat(lines(AZURE, true, summary(1, test)))
                .containsExactly("##vso[task.logissue type=warning;sourcepath=a/B.java;linenumber=7;columnnumber=1;]"
                        + "adds() [quarantined until 2026-12-31: SHOP-7; failing since 2026-11-01]: no");
    }

    @Test
    void marksTwentyAndCountsTheOthers() {
        List<NamedTest> named = Collections.nCopies(100, TEST);
        Summary summary = new Summary(
                new Counts(0, 140, 0, 1, 2, 0, 0), 1, 0, 0, named, List.of(), List.of(), Set.of(), Set.of());

        assertThat(lines(GITHUB, true, summary))
                .hasSize(21)
                .endsWith("::error::123 more tests failed; see the summary of Attest.");
    }

    /** Also if a test is called like the line that counts the others. */
    @Test
    void printsEachLineOnceInABuild() {
        List<NamedTest> named = new ArrayList<>(Collections.nCopies(20, TEST));
        named.set(0, test("1 more tests failed; see the summary of Attest.", ""));
        Set<String> printed = new HashSet<>();
        List<String> first = Annotations.of(GITHUB, true, summary(25, named), printed::add);
        List<String> later = Annotations.of(GITHUB, true, summary(30, named), printed::add);

        assertThat(first)
                .hasSize(3)
                .startsWith("::error file=a/B.java,line=7::1 more tests failed; see the summary of Attest.")
                .endsWith("::error::5 more tests failed; see the summary of Attest.");
        assertThat(later).isEmpty();
    }

    private static Summary summary(int failed, List<NamedTest> broken) {
        return summary(failed, broken.toArray(NamedTest[]::new));
    }

    @ParameterizedTest
    @MethodSource("dev.attest.internal.summary.HostileText#all")
    void isOneCommandWhateverATestIsCalled(String hostile) {
        NamedTest test = new NamedTest(hostile, Outcome.FAILED, 1, 5, hostile, hostile, 7, "", review(hostile));

        for (String line : lines(AZURE, true, summary(1, test))) {
            assertThat(line)
                    .matches(
                            "##vso\\[task\\.logissue type=error;sourcepath=[^;\\]]*;linenumber=7;columnnumber=1;][^\\p{Cntrl}]*");
        }
        for (String line : lines(GITHUB, true, summary(1, test))) {
            assertThat(line).matches("::error file=[^:,\\p{Cntrl}]*,line=7::[^\\p{Cntrl}]*");
        }
    }

    private static RowReview review(String hostile) {
        return new RowReview(
                new Judgement(Judgement.Kind.NEW, hostile, 0), "https://host/p", List.of("https://host/b/7"));
    }

    private static List<String> lines(LogCommands commands, boolean error, Summary summary) {
        return Annotations.of(commands, error, summary, line -> true);
    }

    private static Summary summary(int failed, NamedTest... broken) {
        return new Summary(
                new Counts(0, failed, 0, 0, 0, 0, 0),
                1,
                0,
                0,
                List.of(broken),
                List.of(),
                List.of(),
                Set.of(),
                Set.of());
    }

    private static NamedTest test(String title, String message) {
        return new NamedTest(title, Outcome.FAILED, 1, 5, message, "a/B.java", 7, "", RowReview.NONE);
    }
}

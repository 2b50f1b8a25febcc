package dev.attest.systemtests.builds;

import dev.attest.standin.store.BuildStore.BuildRow;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a build says about its failures by the builds before it. */
@Execution(ExecutionMode.CONCURRENT)
class HistoryIT {

    private static final int DEFINITION = 5;
    private static final int LAST = 21;

    @TempDir
    Path folder;

    @Test
    void isToldRightAfterTwentyBuilds() throws Exception {
        try (Service service = Service.start()) {
            String before = today();
            ChildJvm.Ended last = null;
            for (int build = 1; build <= LAST; build++) {
                service.standIn()
                        .builds()
                        .add(new BuildRow(build, "20261201." + build, DEFINITION, "shop", "refs/heads/main"));
                last = build(service, build, Map.of());
            }

            assertThat(last).isNotNull();
            Map<String, String> expected = Map.of(
                    "brokeInTheLast", "regression: passed in the 20 runs before",
                    "brokeLongAgo", "failing since build 20261201.15 (" + before + ")",
                    "wasMendedAndBrokeAgain", "regression: passed in the 12 runs before",
                    "isFlaky", "flaky: failed 4 of 20 in 14 days",
                    "isFlakyAndFailsTwice",
                            "failing since build 20261201.20 (" + before + "); flaky: failed 4 of 20 in 14 days",
                    "passesOnlyAfterARetry", "flaky: failed 2 of 20 in 14 days",
                    "addedInTheLast", "new: no earlier result in 14 days");
            assertThat(today()).as("no midnight in between").isEqualTo(before);
            assertComments(service, expected);
            assertSummary(expected);
            assertAnnotations(last, expected);
            assertThat(last.out()).contains("##vso[task.uploadsummary]");
        }
    }

    private void assertComments(Service service, Map<String, String> expected) {
        Map<String, ServiceView.Result> results =
                service.view().results(LAST).stream().collect(Collectors.toMap(HistoryIT::method, Function.identity()));
        assertThat(results).hasSize(10);
        results.forEach((method, result) -> {
            if (method.equals("gotSlow")) {
                assertThat(result.comment()).matches("slow: 1\\.6 s, usually \\d\\d ms");
            } else {
                String words = expected.getOrDefault(method, "");
                assertThat(result.comment()).as(method).isEqualTo(words.startsWith("new: ") ? "" : words);
            }
        });
    }

    private void assertSummary(Map<String, String> expected) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("journal/attest-summary.md"));
        List<String> broken =
                lines.subList(lines.indexOf("### Failed"), lines.indexOf("### Passed only after a retry"));
        List<String> inOrder =
                List.of("brokeInTheLast", "wasMendedAndBrokeAgain", "addedInTheLast", "isFlaky", "brokeLongAgo");
        assertThat(broken).filteredOn(line -> line.startsWith("| [Aging")).hasSize(6);
        for (String line : broken) {
            expected.forEach((method, words) -> {
                if (line.contains("› " + method + "()")) {
                    assertThat(line).contains(") | " + words.replace(": ", "&#58; ") + " | ");
                }
            });
        }
        assertThat(inOrder.stream().map(method -> indexOf(broken, method)).toList())
                .doesNotContain(-1)
                .isSorted();
        assertThat(lines)
                .anyMatch(line -> line.contains("passesOnlyAfterARetry()]")
                        && line.endsWith("| 2; flaky&#58; failed 2 of 20 in 14 days |"))
                .anyMatch(line ->
                        line.matches("\\| \\[Aging › gotSlow.*\\| 1\\.6 s; slow&#58; 1\\.6 s, usually .* ms \\|"));
    }

    private static int indexOf(List<String> lines, String method) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(method)) {
                return i;
            }
        }
        return -1;
    }

    private static void assertAnnotations(ChildJvm.Ended last, Map<String, String> expected) {
        List<String> annotations = last.out()
                .lines()
                .filter(line -> line.startsWith("##vso[task.logissue type=error;"))
                .toList();
        assertThat(annotations).hasSize(6);
        expected.forEach((method, words) -> {
            if (!method.equals("passesOnlyAfterARetry")) {
                assertThat(annotations)
                        .anyMatch(line ->
                                line.contains("› " + method + "()") && line.contains(" [" + words + "]: broken"));
            }
        });
    }

    /** Whatever becomes of the questions, everything is delivered, and the run is completed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST */testhistory: delay=60s",
                "POST */testhistory: status=429 retry-after=120",
                "PATCH */results: from=2 hang",
            })
    void isNeverInTheWayOfTheResults(String fault) throws Exception {
        try (Service service = Service.start()) {
            service.standIn().builds().add(new BuildRow(7, "20261201.7", DEFINITION, "shop", "refs/heads/main"));
            service.standIn().faults().add(fault);

            ChildJvm.Ended ended = build(service, 7, Map.of("ATTEST_END_TIMEOUT", "20s"));

            assertThat(service.standIn().requests())
                    .anyMatch(request -> request.toString().contains("results"));
            service.standIn().faults().clear();
            assertThat(ended.exitCode()).isZero();
            assertThat(service.view().runs()).singleElement().satisfies(run -> {
                assertThat(run.state()).as(ended.out() + ended.err()).isIn("Completed", "NeedsInvestigation");
                assertThat(run.totalTests()).isEqualTo(9);
            });
        }
    }

    @Test
    void tellsOfFailuresThatAreKnown() throws Exception {
        Path file = Files.writeString(
                folder.resolve("known.txt"),
                "*.AgingSuite.brokeLongAgo 2999-12-31 see SHOP-7\n*.isFlaky 2020-01-01 long ago\nnonsense\n");
        try (Service service = Service.start()) {
            ChildJvm.Ended ended = build(service, LAST, Map.of("ATTEST_QUARANTINE_FILE", file.toString()));

            assertThat(ended.err()).contains("Line 3 of " + file + " quarantines nothing");
            assertThat(service.view().results(1))
                    .filteredOn(result -> method(result).equals("brokeLongAgo"))
                    .singleElement()
                    .satisfies(result -> {
                        assertThat(result.outcome()).isEqualTo("Failed");
                        assertThat(result.comment()).isEqualTo("quarantined until 2999-12-31: see SHOP-7");
                    });
            assertThat(ended.out().lines().filter(line -> line.startsWith("##vso[task.logissue type=warning")))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line).contains("brokeLongAgo() [quarantined until 2999-12-31: see SHOP-7; new"));
            assertThat(folder.resolve("journal/attest-summary.md"))
                    .content()
                    .contains("| quarantined until 2999-12-31&#58; see SHOP-7; new&#58; no earlier")
                    .contains("1 of the failures quarantined")
                    .contains("The entry &#42;.isFlaky of known.txt has expired on 2020-01-01");
        }
    }

    @Test
    void isNotAskedForIfNothingFailed() throws Exception {
        try (Service service = Service.start()) {
            build(service, 1, Map.of());

            assertThat(paths(service)).noneMatch(path -> path.contains("history") || path.endsWith("/results/100000"));
        }
    }

    private static List<String> paths(Service service) {
        return service.standIn().requests().stream().map(Object::toString).toList();
    }

    private ChildJvm.Ended build(Service service, int build, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
        environment.put("TF_BUILD", "True");
        environment.put(AgingSuite.BUILD, String.valueOf(build));
        environment.put("SYSTEM_DEFINITIONID", String.valueOf(DEFINITION));
        environment.put("BUILD_SOURCEBRANCH", "refs/heads/main");
        environment.put("SYSTEM_JOBNAME", "verify");
        environment.putAll(more);
        ChildJvm jvm = new ChildJvm(folder, environment).main(RetryingMain.class, ChildJvm.withoutStandIn());
        return jvm.await(jvm.start(List.of(AgingSuite.class.getName())));
    }

    private static String method(ServiceView.Result result) {
        return result.name().substring(result.name().lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }
}

package dev.attest.systemtests.delivery;

import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.systemtests.cli.CommandRun;
import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.PublishedRows;
import dev.attest.testkit.QaCompleteView;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.WorkItemsView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A JVM is killed while the service has its request and has not processed it yet. The JVM that delivers the rest sees
 * nothing of the request at first.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledSenderIT {

    private static final StandInOptions OPTIONS =
            StandInOptions.defaults().withQaComplete(QaCompletePolicy.defaults().withSeed("""
                    {"projects":[{"id":1, "bugs":[{"id":12,"title":"known"}],
                      "tests":[{"id":10,"title":"EachRequest › passesAtTheSecondTry()"},
                               {"id":20,"title":"EachRequest › fails(Path)"}],
                      "testsets":[{"id":5,"title":"EachRequest","tests":[10,20]}]}]}
                    """));

    /** Longer than another JVM takes to start, and shorter than a delivery waits for what it does not know. */
    private static final String HELD = "delay=1800ms";

    private static final Pattern FILE_NAME =
            Pattern.compile("\"file_name\":\"[^\"]+\"|attest-\\d+-\\d+\\.\\w+|\"nbr_\\w+\":\\d+");

    private static List<String> undisturbed = List.of();

    @TempDir
    Path folder;

    @BeforeAll
    static void publishWithoutAFault(@TempDir Path other) throws Exception {
        undisturbed = published(other, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST */test/runs",
                "POST */results",
                "PATCH */results",
                "POST */results/*/attachments",
                "POST */runs/{run}/attachments",
                "PATCH */test/runs/{run}",
                "POST */wit/attachments",
                "PATCH */wit/workitems/{item}",
                "POST */wit/workitems/*",
                "POST */testruns",
                "PATCH */items/{item}",
                "POST */files",
                "POST */report",
                "POST */log"
            })
    void hasItsRequestTakeEffectOnce(String request) throws Exception {
        assertThat(published(folder, request + ": nth=1 " + HELD)).isEqualTo(undisturbed);
    }

    private static List<String> published(Path own, String fault) throws Exception {
        try (Service service = Service.start(OPTIONS)) {
            int item = new WorkItemsView(service.standIn()).create("Task");
            Map<String, String> environment = environment(service, own.resolve("journal"));
            ChildJvm child = new ChildJvm(own, environment).option("-Ditem=" + item);
            if (fault.isEmpty()) {
                child.run(Suites.EachRequest.class);
            } else {
                service.standIn().faults().add(fault);
                killWhileTheServiceHoldsItsRequest(service, child);
            }
            CommandRun.Ended replay = new CommandRun(own).with(environment).run("replay");
            assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
            return has(service, item);
        }
    }

    private static void killWhileTheServiceHoldsItsRequest(Service service, ChildJvm child) throws Exception {
        Process process = child.start(Suites.EachRequest.class);
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isHeld(service) || !process.isAlive());
        assertThat(process.isAlive()).as("sends such a request").isTrue();
        process.destroyForcibly().waitFor();
    }

    private static boolean isHeld(Service service) {
        return service.standIn().faults().active().get(0).struck() > 0;
    }

    /** Returns what there must be one of. */
    private static List<String> has(Service service, int item) throws Exception {
        List<String> has = new ArrayList<>();
        ServiceView view = service.view();
        view.runs().forEach(run -> has.add("run " + run.name() + " " + run.state()));
        view.attachments(1).forEach(file -> has.add("run has " + file.fileName()));
        has.addAll(new PublishedRows(view).lines());
        new WorkItemsView(service.standIn()).files(item).forEach(file -> has.add("item has " + file.name()));
        view.bugs()
                .forEach(bug -> has.add("bug " + bug.title() + " with " + bug.files() + ", "
                        + bug.links().size() + " links, " + bug.comments() + " comments"));
        QaCompleteView qaComplete = QaCompleteView.of(service.standIn());
        has.add(names(qaComplete.runs()));
        for (String row : List.of("1", "2")) {
            has.add(names(qaComplete.item("1", row)));
        }
        has.add(names(qaComplete.files("Bugs", "12")));
        return has.stream().map(line -> line.replace(service.url(), "SERVICE")).toList();
    }

    private static String names(String json) {
        return FILE_NAME.matcher(json).results().map(MatchResult::group).collect(Collectors.joining(", "));
    }

    private static Map<String, String> environment(Service service, Path journal) {
        Map<String, String> environment = service.environmentOfBoth(journal, 5);
        environment.put("ATTEST_AZURE_BUGS", "on-failure");
        environment.put("ATTEST_AZURE_RUN_TITLE", "one");
        return environment;
    }
}

package dev.attest.systemtests.clocks;

import dev.attest.internal.config.ProcessesMain;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the clock of a host shows, a run is one run, has each result once, and ends after its start. */
@Execution(ExecutionMode.CONCURRENT)
class ClocksIT {

    @TempDir
    Path folder;

    private SteppedClock clock;

    @BeforeEach
    void build() throws Exception {
        clock = SteppedClock.build(Files.createDirectory(folder.resolve("clock")));
    }

    /** The reply to the creation of the run is lost, so that the run has to be found again. */
    @ParameterizedTest
    @CsvSource({
        "three days behind,    PT-72H, test test",
        "set forward and back, PT0S,   test set:PT24H test set:PT-24H test",
    })
    void loseAndDoubleNothing(String what, Duration atStart, String script) throws Exception {
        clock.set(atStart);
        try (Service service = Service.start()) {
            service.standIn().faults().on("POST", "/runs").commitThenDrop();

            ChildJvm.Ended ended = jvm(service, "a").run(script);

            assertThat(ended.lastLine()).as(what + ended.err()).contains("; http");
            assertThat(ended.notPublished()).as(what + ended.err()).isEmpty();
            assertOneRunWith(service, names("a", script));
        }
    }

    @ParameterizedTest
    @CsvSource({"PT24H, PT-24H", "PT-72H, PT0S"})
    void leaveTwoJvmsInOneRun(Duration ofCreator, Duration ofLast) throws Exception {
        Path entered = folder.resolve("entered");
        Path left = folder.resolve("left");
        clock.set(ofCreator);
        try (Service service = Service.start()) {
            service.standIn().faults().on("POST", "/runs").commitThenDrop();
            Jvm last = jvm(service, "last");
            Process alive = last.start("wait:" + entered + " test wait:" + left + " set:" + ofLast);

            String creator = "test set:" + ofLast + " done:" + entered + " test";
            ChildJvm.Ended first = jvm(service, "first").run(creator);
            Files.createFile(left);
            ChildJvm.Ended second = last.await(alive);

            assertThat(first.lastLine()).as(first.err()).contains("; http");
            assertThat(first.notPublished()).as(first.err()).isEmpty();
            assertThat(second.lastLine()).as(second.err()).contains("; http");
            assertThat(second.notPublished()).as(second.err()).isEmpty();
            assertOneRunWith(service, List.of("first-1", "first-2", "first-3", "last-1", "last-2"));
        }
    }

    /** The first JVM creates the run, hears nothing of it, and ends before it can look. Its clock is set right then. */
    @ParameterizedTest
    @CsvSource({"PT-72H, PT0S", "PT72H, PT-24H"})
    void letAnotherJvmFindTheRun(Duration ofCreator, Duration ofFinder) throws Exception {
        clock.set(ofCreator);
        try (Service service = Service.start()) {
            service.standIn().faults().on("POST", "/runs").commitThenDrop();
            service.standIn().faults().add("GET */runs: status=503");
            ChildJvm.Ended first =
                    jvm(service, "first", "ATTEST_END_TIMEOUT", "1s").run("test");
            service.standIn().faults().clear();
            clock.set(ofFinder);
            ChildJvm.Ended second = jvm(service, "second").run("test");

            assertThat(first.notPublished())
                    .as(first.err())
                    .anyMatch(line -> line.startsWith("Attest: Azure DevOps: 1 result "));
            assertThat(second.lastLine()).as(second.err()).contains("; http");
            assertThat(second.notPublished()).as(second.err()).isEmpty();
            assertOneRunWith(service, List.of("first-1", "second-1"));
        }
    }

    /** The start of a process that the JDK tells moves with the clock, and does not tell one process from another. */
    @Test
    void doNotChangeWhoOwnsAJournalAndWhichBuildAProcessIsOf() throws Exception {
        try (Journal journal = new Journals(folder.resolve("journal")).create("run", false)) {
            String journals = journal.folder().getParent().getParent().toString();
            List<String> seen = new ArrayList<>();
            for (Duration ahead : List.of(Duration.ZERO, Duration.ofDays(1))) {
                clock.set(ahead);
                Path own = Files.createDirectory(folder.resolve("at " + ahead));
                ChildJvm child = new ChildJvm(own, clock.environment(Map.of()))
                        .main(ProcessesMain.class, ChildJvm.withoutStandIn());
                seen.add(child.await(child.start(List.of(journals))).out());
            }

            assertThat(seen.get(0)).contains("parent ", "journal IN_USE");
            assertThat(seen).containsOnly(seen.get(0));
        }
    }

    private void assertOneRunWith(Service service, List<String> tests) {
        ServiceView view = service.view();
        assertThat(view.runs())
                .extracting(ServiceView.Run::id, ServiceView.Run::state)
                .hasSize(1);
        assertThat(view.runs().get(0).state()).isEqualTo("Completed");
        assertThat(view.results(1)).extracting(ServiceView.Result::title).containsExactlyInAnyOrderElementsOf(tests);
        assertThat(view.spans(1)).allMatch(ServiceView.Span::isInOrder);
        assertThat(service.standIn().requests()).noneMatch(request -> request.status() == 400);
    }

    private Jvm jvm(Service service, String name, String... more) throws IOException {
        Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
        environment.put("ATTEST_RUN_SCOPE", "clocks");
        environment.put("ATTEST_AZURE_RUN_TITLE", "clocks");
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        Path own = Files.createDirectory(folder.resolve(name));
        return new Jvm(
                name,
                new ChildJvm(own, clock.environment(environment)).main(ClockMain.class, ChildJvm.withoutStandIn()));
    }

    /** A JVM with the clock of the host. */
    private record Jvm(String name, ChildJvm child) {

        Process start(String script) throws IOException {
            List<String> arguments = new ArrayList<>(List.of(name));
            arguments.addAll(List.of(script.split(" ", -1)));
            return child.start(arguments);
        }

        ChildJvm.Ended await(Process process) throws IOException, InterruptedException {
            return child.await(process);
        }

        ChildJvm.Ended run(String script) throws IOException, InterruptedException {
            return await(start(script));
        }
    }

    private static List<String> names(String jvm, String script) {
        long tests = Stream.of(script.split(" ", -1))
                .filter(step -> step.matches("test|set:.*"))
                .count();
        return IntStream.rangeClosed(1, (int) tests)
                .mapToObj(number -> jvm + "-" + number)
                .toList();
    }
}

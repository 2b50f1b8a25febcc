package dev.attest.systemtests.builds;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.ForkedMaven;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** Builds of several JVMs, by a Maven of their own: each is one run, whatever becomes of its JVMs. */
@Execution(ExecutionMode.CONCURRENT)
class OneRunIT {

    /** Several times as many as there are at once. */
    private static final int FORKS = 16;

    @TempDir
    Path folder;

    @Test
    void hasAllThatForksReportAndGoesOnFromSurefireToFailsafe() throws Exception {
        UserBuild build = new UserBuild(folder).module("", "<forkCount>4</forkCount><reuseForks>false</reuseForks>");
        for (int number = 1; number <= FORKS; number++) {
            build.test("", "Shop" + number + "Test");
        }
        build.test("", "WholeIT");
        try (Service service = Service.start()) {
            ChildJvm.Ended maven = new ForkedMaven(folder, service.environment()).run("verify");

            assertThat(maven.exitCode()).as(maven.out()).isZero();
            assertIsOneCompletedRun(service);
            assertThat(service.results())
                    .extracting(ServiceView.Result::title, ServiceView.Result::outcome)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    IntStream.rangeClosed(1, FORKS).mapToObj(number -> "Shop" + number + "Test"),
                                    Stream.of("WholeIT"))
                            .flatMap(type ->
                                    Stream.of("first()", "second()").map(test -> tuple(type + " › " + test, "Passed")))
                            .toList());
            assertThat(service.view().attachments(1))
                    .as("once, and not for each fork")
                    .extracting(ServiceView.Attachment::fileName)
                    .containsOnlyOnce("attest-settings.txt");
            assertNothingWaits(folder);
        }
    }

    @Test
    void hasAllModulesThatAreBuiltAtOnce() throws Exception {
        UserBuild build = new UserBuild(folder).aggregates("one", "two", "three");
        for (String module : List.of("one", "two", "three")) {
            // The same test in each of them: three results, not one.
            build.module(module, "").test(module, "SharedTest").test(module, "Only" + module + "Test");
        }
        try (Service service = Service.start()) {
            ChildJvm.Ended maven = new ForkedMaven(folder, service.environment()).run("-T2", "test");

            assertThat(maven.exitCode()).as(maven.out()).isZero();
            assertIsOneCompletedRun(service);
            assertThat(service.view().runs())
                    .extracting(ServiceView.Run::name)
                    .containsExactly(folder.getFileName().toString());
            assertThat(service.results()).hasSize(12);
            assertThat(service.results())
                    .filteredOn(result -> result.title().equals("SharedTest › first()"))
                    .hasSize(3);
        }
    }

    @Test
    void isCompletedWithoutTheForkThatWasKilled() throws Exception {
        Path started = folder.resolve("started");
        UserBuild build = new UserBuild(folder)
                .module("", "<forkCount>2</forkCount><reuseForks>false</reuseForks>")
                .test("", "VictimTest", "waitsForEver(\"" + started + "\");");
        for (int number = 1; number <= 8; number++) {
            build.test("", "Shop" + number + "Test");
        }
        try (Service service = Service.start()) {
            ForkedMaven maven = new ForkedMaven(folder, service.environment());
            ForkedMaven.Running running = maven.start("test");
            await().atMost(Duration.ofMinutes(5)).until(() -> Files.exists(started) && Files.size(started) > 0);
            long victim = Long.parseLong(Files.readString(started));
            ProcessHandle.of(victim).orElseThrow().destroyForcibly();
            ChildJvm.Ended ended = maven.await(running);

            assertThat(ended.exitCode()).as("a crashed fork fails the build").isNotZero();
            assertIsOneCompletedRun(service);
            assertThat(service.results())
                    .filteredOn(result -> result.title().startsWith("VictimTest"))
                    .extracting(ServiceView.Result::title, ServiceView.Result::outcome)
                    .containsExactlyInAnyOrder(
                            tuple("VictimTest › first()", "Aborted"), tuple("VictimTest › second()", "NotExecuted"));
            assertThat(service.results())
                    .filteredOn(result -> result.title().startsWith("Shop"))
                    .hasSize(16);
        }
    }

    @Test
    void isAbortedWithAllItHadWhenATestEndsTheJvm() throws Exception {
        new UserBuild(folder).module("", "").test("", "ExitTest", "System.exit(3);");
        try (Service service = Service.start()) {
            ChildJvm.Ended maven = new ForkedMaven(folder, service.environment()).run("test");

            assertThat(maven.exitCode()).isNotZero();
            assertThat(service.view().runs()).extracting(ServiceView.Run::state).containsExactly("Aborted");
            assertThat(service.results())
                    .extracting(ServiceView.Result::title, ServiceView.Result::outcome, ServiceView.Result::message)
                    .containsExactlyInAnyOrder(
                            tuple(
                                    "ExitTest › first()",
                                    "Aborted",
                                    "The JVM was told to end while this test was running."),
                            tuple("ExitTest › second()", "NotExecuted", "The JVM ended before this test was started."));
        }
    }

    @Test
    void isAbortedWithAllItHadWhenMavenIsToldToEnd() throws Exception {
        Path started = folder.resolve("started");
        new UserBuild(folder)
                .module("", "")
                .test("", "AFirstTest")
                .test("", "LongTest", "waitsForEver(\"" + started + "\");");
        try (Service service = Service.start()) {
            ForkedMaven maven = new ForkedMaven(folder, service.environment());
            ForkedMaven.Running running = maven.start("test", "-Dsurefire.runOrder=alphabetical");
            await().atMost(Duration.ofMinutes(5)).until(() -> Files.exists(started) && Files.size(started) > 0);
            terminateAll(running.process());
            maven.await(running);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(service.view().runs())
                            .extracting(ServiceView.Run::state)
                            .containsExactly("Aborted"));
            assertThat(service.results())
                    .extracting(ServiceView.Result::title, ServiceView.Result::outcome)
                    .containsExactlyInAnyOrder(
                            tuple("AFirstTest › first()", "Passed"),
                            tuple("AFirstTest › second()", "Passed"),
                            tuple("LongTest › first()", "Aborted"),
                            tuple("LongTest › second()", "NotExecuted"));
        }
    }

    /** The script of Maven starts a JVM: that is what gets the signal, as from a terminal. */
    private static void terminateAll(Process maven) {
        maven.toHandle()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .forEach(ProcessHandle::destroy);
        maven.destroy();
    }

    private static void assertIsOneCompletedRun(Service service) {
        assertThat(service.view().runs()).extracting(ServiceView.Run::state).containsExactly("Completed");
    }

    private static void assertNothingWaits(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("target/attest"))) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("events.journal");
        }
    }
}

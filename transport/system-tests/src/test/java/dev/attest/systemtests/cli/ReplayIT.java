package dev.attest.systemtests.cli;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@Execution(ExecutionMode.CONCURRENT)
class ReplayIT {

    @TempDir
    Path folder;

    private Path journals;

    @BeforeEach
    void nameJournals() {
        journals = folder.resolve("target/attest");
    }

    @Test
    void deliversWhatWaitsAndDoesNothingTheSecondTime() throws Exception {
        TestJvm.ended(journals, "morning", "a", "b");
        TestJvm.ended(journals, "noon", "c");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        try (Service service = Service.start()) {
            CommandRun.Ended first =
                    new CommandRun(folder).with(service.environment()).run("replay");

            assertThat(first.out())
                    .contains("delivered 2 results and 1 attachment  http://127.0.0.1:")
                    .contains("delivered 1 result and 1 attachment  http://127.0.0.1:");
            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(service.runs()).containsExactly("1 morning Completed", "2 noon Completed");
            assertThat(service.results(1)).containsExactly("a Passed", "b Passed");
            assertThat(journals).isEmptyDirectory();

            service.standIn().clearRequests();
            CommandRun.Ended second =
                    new CommandRun(folder).with(service.environment()).run("replay");
            assertThat(second.out()).isEqualTo("nothing waits in " + journals + "\n");
            assertThat(second.exitCode()).isZero();
            assertThat(service.standIn().requests()).isEmpty();
        }
    }

    @Test
    void deliversToEachServiceThatIsSetAndTellsOfWhatOneHasNoPlaceFor() throws Exception {
        TestJvm.ended(journals, "both", "countsWhatIsDelivered", "unheard of");
        try (Service service = Service.start()) {
            CommandRun.Ended first = new CommandRun(folder)
                    .with(service.environment())
                    .with(service.qaCompleteEnvironment())
                    .run("replay", journals.toString());

            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.out()).contains("is not in QAComplete");
            assertThat(service.runs()).containsExactly("1 both Completed");
            assertThat(service.results(1)).containsExactly("countsWhatIsDelivered Passed", "unheard of Passed");
            assertThat(service.qaCompleteRuns()).containsExactly("Shop, 1 passed");
            assertThat(journals).isEmptyDirectory();
        }
    }

    @Test
    void deliversADamagedJournalAndSaysWhereItIsKept() throws Exception {
        Path left = TestJvm.ended(journals, "morning", "a", "b");
        Path events = left.resolve("events.journal");
        byte[] bytes = Files.readAllBytes(events);
        bytes[Files.readString(events).indexOf("RunStarted")] ^= 1;
        Files.write(events, bytes);
        try (Service service = Service.start()) {
            CommandRun.Ended ended =
                    new CommandRun(folder).with(service.environment()).run("replay", journals.toString());

            assertThat(ended.out())
                    .contains("delivered 2 results")
                    .contains("what was refused or cannot be read is kept in " + left + ".refused");
            assertThat(ended.exitCode()).as(ended.err()).isOne();
            assertThat(service.runs()).containsExactly("1 Recovered: the start of this run is damaged Completed");
            assertThat(service.results(1)).containsExactly("a Passed", "b Passed");

            CommandRun.Ended status = new CommandRun(folder).run("status", journals.toString());
            assertThat(status.out())
                    .contains(left + ".refused: it is delivered, apart from lines that cannot be read")
                    .contains(left + ".damaged");
        }
    }

    @Test
    void closesTheRunOfAKilledJvmAsAborted() throws Exception {
        Process jvm = TestJvm.start(journals);
        TestJvm.folder(jvm);
        jvm.destroyForcibly().waitFor();
        try (Service service = Service.start()) {
            CommandRun.Ended ended =
                    new CommandRun(folder).with(service.environment()).run("replay", journals.toString());

            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(service.runs()).containsExactly("1 killed Aborted");
            assertThat(service.results(1)).containsExactly("first Passed", "second Aborted");
        }
    }

    @Test
    void leavesAloneWhatALivingJvmHolds() throws Exception {
        Process jvm = TestJvm.start(journals);
        try (Service service = Service.start()) {
            Path held = TestJvm.folder(jvm);
            TestJvm.ended(journals, "ended", "a");

            CommandRun.Ended ended =
                    new CommandRun(folder).with(service.environment()).run("replay", journals.toString());

            assertThat(ended.out()).contains("delivered 1 result", "1 JVM running, not touched");
            assertThat(ended.exitCode()).isZero();
            assertThat(service.runs()).containsExactly("1 ended Completed");
            assertThat(held.resolve("events.journal")).exists();
        } finally {
            jvm.destroyForcibly().waitFor();
        }
    }

    @Test
    void saysWhatWaitsAndWhyWhenTheTimeIsOver() throws Exception {
        Path left = TestJvm.ended(journals, "key", "a", "b");
        try (Service service = Service.start()) {
            service.standIn().faults().on("*", "").always().answer(503);

            CommandRun.Ended ended = new CommandRun(folder)
                    .with(service.environment())
                    .run("replay", "--timeout", "6s", journals.toString());

            assertThat(ended.out())
                    .contains("waiting   2 results and 1 attachment  " + left)
                    .containsPattern("because: Cannot .*503");
            assertThat(ended.exitCode()).isEqualTo(1);
            service.standIn().faults().clear();
            assertThat(new CommandRun(folder)
                            .with(service.environment())
                            .run("replay", journals.toString())
                            .exitCode())
                    .isZero();
            assertThat(service.results(1)).containsExactly("a Passed", "b Passed");
        }
    }

    @Test
    void saysWhatWasRefusedAndWhereItIsKept() throws Exception {
        Path left = TestJvm.ended(journals, "key", "a");
        try (Service service = Service.start()) {
            service.standIn().faults().on("POST", "/attachments").answer(400, "{\"message\":\"no such type\"}");

            CommandRun.Ended ended =
                    new CommandRun(folder).with(service.environment()).run("replay", journals.toString(), "--json");

            JsonValue json = Json.read(ended.out());
            assertThat(json.get("delivered").toString()).isEqualTo("{\"results\":1,\"attachments\":0}");
            assertThat(json.get("refused").toString()).isEqualTo("{\"results\":0,\"attachments\":1}");
            JsonValue run = json.get("runs").items().get(0);
            assertThat(run.get("refusals").toString()).contains("Attachment log.txt was refused", "no such type");
            assertThat(run.get("keptIn").toString()).isEqualTo("[\"" + left + ".refused\"]");
            assertThat(Path.of(left + ".refused")).isDirectory();
            assertThat(ended.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void deliversARunThatHasBegunToItsOwnProjectAndNoOther() throws Exception {
        Path left = TestJvm.ended(journals, "key", "a");
        try (Service begun = Service.start();
                Service other = Service.start()) {
            begun.standIn().faults().on("POST", "/results").always().answer(401);
            new CommandRun(folder).with(begun.environment()).run("replay", journals.toString());

            CommandRun.Ended ended =
                    new CommandRun(folder).with(other.environment()).run("replay", journals.toString());

            assertThat(ended.out())
                    .contains("waiting   1 result and 1 attachment  " + left)
                    .contains(
                            "because: it belongs to a run at " + begun.standIn().url());
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(other.runs()).isEmpty();
        }
    }

    @Test
    void deliversEachResultOnceWhereSeveralReplaysRunAtOnce() throws Exception {
        for (int number = 1; number <= 6; number++) {
            TestJvm.ended(journals, "run-" + number, "a", "b", "c");
        }
        try (Service service = Service.start()) {
            List<CompletableFuture<CommandRun.Ended>> replays = IntStream.range(0, 3)
                    .mapToObj(each -> CompletableFuture.supplyAsync(() -> replay(service)))
                    .toList();
            for (CompletableFuture<CommandRun.Ended> replay : replays) {
                assertThat(replay.get().exitCode()).as(replay.get().toString()).isZero();
            }

            assertThat(service.runs()).hasSize(6).allMatch(run -> run.endsWith(" Completed"));
            for (int run = 1; run <= 6; run++) {
                assertThat(service.results(run)).containsExactlyInAnyOrder("a Passed", "b Passed", "c Passed");
            }
        }
    }

    @Test
    void drawsABarAtATerminal() throws Exception {
        Path script = Path.of("/usr/bin/script");
        assumeTrue(Files.isExecutable(script), "there is no " + script);
        TestJvm.ended(journals, "key", "a");
        try (Service service = Service.start()) {
            service.standIn().faults().on("POST", "/results").delay(Duration.ofSeconds(1));

            CommandRun.Ended ended = new CommandRun(folder)
                    .with(service.environment())
                    .with("TERM", "xterm")
                    .atATerminal(script)
                    .run("replay", journals.toString());

            assertThat(ended.out())
                    .contains("\r[........................]   0%  0 of 2 delivered")
                    .contains("delivered 1 result and 1 attachment");
        }
    }

    private CommandRun.Ended replay(Service service) {
        try {
            return new CommandRun(folder).with(service.environment()).run("replay", journals.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void saysWhatIsMissingWhenItIsNotKnownWhereToDeliverTo() throws Exception {
        Path left = TestJvm.ended(journals, "key", "a");

        CommandRun.Ended ended =
                new CommandRun(folder).run("replay", "--url", "http://127.0.0.1:9/c", journals.toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--url and --project", "ATTEST_AZURE_TOKEN");
        assertThat(left.resolve("events.journal")).exists();
    }
}

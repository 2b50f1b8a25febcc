package dev.attest.systemtests.cli;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class PurgeIT {

    @TempDir
    Path journals;

    @Test
    void removesWhatIsOverAndKeepsWhatWaits() throws Exception {
        Path idle = TestJvm.idle(journals, "idle");
        Path waiting = TestJvm.ended(journals, "waiting", "a", "b");

        CommandRun.Ended ended = new CommandRun(journals).run("purge", journals.toString());

        assertThat(ended.out())
                .contains("removed  " + idle + ": delivered, or empty")
                .contains("kept     " + waiting + ": 2 results and 1 attachment not delivered");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(idle.getParent()).doesNotExist();
        try (Service service = Service.start()) {
            new CommandRun(journals).with(service.environment()).run("replay", journals.toString());
            assertThat(service.results(1)).containsExactly("a Passed", "b Passed");
        }
    }

    @Test
    void dropsByForceWhatWaitsAndSaysHowMuch() throws Exception {
        TestJvm.ended(journals, "waiting", "a", "b");
        Path left = TestJvm.ended(journals, "damaged", "c");
        Path damaged = Files.createDirectory(left.resolveSibling(left.getFileName() + ".damaged"));
        Files.writeString(damaged.resolve("events.journal.120-177"), "?");
        TestJvm.prints(left);

        CommandRun.Ended ended = new CommandRun(journals).run("purge", "--force", journals.toString(), "--json");

        JsonValue json = Json.read(ended.out());
        assertThat(json.get("dropped").toString()).isEqualTo("{\"results\":3,\"attachments\":2}");
        assertThat(json.get("removed").items()).hasSize(3);
        assertThat(ended.exitCode()).isZero();
        assertThat(journals).isEmptyDirectory();
    }

    @Test
    void touchesNothingOfALivingJvmEvenByForce() throws Exception {
        Process jvm = TestJvm.start(journals);
        try {
            Path held = TestJvm.folder(jvm);

            CommandRun.Ended ended = new CommandRun(journals).run("purge", "--force", journals.toString());

            assertThat(ended.out()).contains("kept     " + held + ": process " + jvm.pid() + " is running");
            assertThat(ended.exitCode()).isZero();
            assertThat(held.resolve("events.journal")).exists();
        } finally {
            jvm.destroyForcibly().waitFor();
        }
    }

    @Test
    void touchesNoJournalThatALivingJvmHasLockedThoughItsLockFileSaysNothing() throws Exception {
        Process jvm = TestJvm.start(journals);
        try {
            Path held = TestJvm.folder(jvm);
            Files.writeString(held.resolve("lock"), "");

            CommandRun.Ended ended = new CommandRun(journals).run("purge", "--force", journals.toString());

            assertThat(ended.out()).contains("kept     " + held + ": another process has taken it");
            assertThat(held.resolve("events.journal")).exists();
        } finally {
            jvm.destroyForcibly().waitFor();
        }
    }

    @Test
    void leavesFilesThatAreNotAttests() throws Exception {
        Path left = TestJvm.ended(journals, "key", "a");
        Path notes = Files.writeString(left.resolve("notes.txt"), "mine");
        Path foreign = Files.createDirectories(journals.resolve("reports/17-0a1b2c3d.damaged"));
        Path summary = Files.writeString(foreign.resolve("summary.txt"), "mine");

        CommandRun.Ended ended = new CommandRun(journals).run("purge", "--force", journals.toString());

        assertThat(notes).content().isEqualTo("mine");
        assertThat(summary).content().isEqualTo("mine");
        assertThat(left.resolve("events.journal")).exists();
        assertThat(ended.out()).contains("kept     " + left + ": it holds files that are not Attest's");
        assertThat(ended.out()).contains("kept     " + foreign + ": it holds files that are not Attest's");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void wantsToBeToldTheFolder() throws Exception {
        assertThat(new CommandRun(journals).run("purge").exitCode()).isEqualTo(2);
    }
}

package dev.attest.systemtests.cli;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class StatusIT {

    @TempDir
    Path journals;

    @Test
    void showsWhatIsAliveWaitsWasRefusedAndIsDamagedAndChangesNothing() throws Exception {
        Process alive = TestJvm.start(journals);
        try (Service service = Service.start()) {
            Path held = TestJvm.folder(alive);
            Path refused = TestJvm.ended(journals, "refused", "x");
            service.standIn().faults().on("POST", "/attachments").answer(400, "{\"message\":\"no such type\"}");
            new CommandRun(journals).with(service.environment()).run("replay", journals.toString());
            Path left = TestJvm.ended(journals, "left", "a", "b");
            Path damaged = Files.createDirectory(left.resolveSibling(left.getFileName() + ".damaged"));
            Map<Path, String> before = files();

            CommandRun.Ended words = new CommandRun(journals).run("status", journals.toString());
            CommandRun.Ended json = new CommandRun(journals).run("status", journals.toString(), "--json");

            assertThat(files()).isEqualTo(before);
            assertThat(words.out())
                    .contains("alive    " + held + ": process " + alive.pid() + " is running")
                    .contains("1 test running")
                    .contains("waiting  " + left + ": its JVM ended before everything was delivered")
                    .contains("delivered 0 results and 0 attachments; waiting 2 results and 1 attachment")
                    .contains("refused  " + refused + ".refused: the service refused a part of it permanently")
                    .contains("refused: Attachment log.txt was refused")
                    .contains("damaged  " + damaged)
                    .endsWith("waiting: 2 results and 1 attachment; refused: 0 results and 1 attachment;"
                            + " damaged: 1 place. 'attest replay' delivers what waits.\n");
            assertThat(words.exitCode()).isEqualTo(1);
            JsonValue read = Json.read(json.out());
            assertThat(read.get("waiting").toString()).isEqualTo("{\"results\":2,\"attachments\":1}");
            assertThat(read.get("alive").text()).contains("1");
            assertThat(read.get("runs").items()).hasSize(3);
        } finally {
            alive.destroyForcibly().waitFor();
        }
    }

    @Test
    void saysThatAKilledJvmIsGoneAndThatOneThatRunsNeedsNobody() throws Exception {
        Process jvm = TestJvm.start(journals);
        TestJvm.folder(jvm);
        try {
            CommandRun.Ended alive = new CommandRun(journals).run("status", journals.toString());

            assertThat(alive.out()).endsWith("nothing waits in " + journals + "; 1 JVM running\n");
            assertThat(alive.exitCode()).isZero();
        } finally {
            jvm.destroyForcibly().waitFor();
        }

        CommandRun.Ended gone = new CommandRun(journals).run("status", journals.toString());

        assertThat(gone.out())
                .contains("process " + jvm.pid() + " is gone: it was killed or crashed")
                .contains("waiting 2 results and 1 attachment");
        assertThat(gone.exitCode()).isEqualTo(1);
    }

    @Test
    void needsNoSettings() throws Exception {
        Files.createFile(journals.resolve("pom.xml"));
        CommandRun.Ended nothing = new CommandRun(journals).run("status");
        CommandRun.Ended nowhere = new CommandRun(journals).run("status", "no-such-folder");

        assertThat(nothing.out()).startsWith("nothing waits in ");
        assertThat(nothing.exitCode()).isZero();
        assertThat(nowhere.err()).startsWith("attest: there is no folder ");
        assertThat(nowhere.exitCode()).isEqualTo(2);
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(journals)) {
            all.forEach(file -> files.put(file, describe(file)));
        }
        return files;
    }

    private static String describe(Path file) {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

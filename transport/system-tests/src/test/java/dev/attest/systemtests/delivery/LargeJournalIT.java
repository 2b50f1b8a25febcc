package dev.attest.systemtests.delivery;

import dev.attest.internal.journal.JournalInspector;
import dev.attest.internal.status.DestinationStatus;
import dev.attest.internal.status.JournalStatus;
import dev.attest.systemtests.cli.CommandRun;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** A journal whose results, if they were kept, would take more than the memory that the command has. */
class LargeJournalIT {

    private static final int TESTS = 30_000;
    private static final String LITTLE = "20m";

    @TempDir
    Path folder;

    @Test
    void isDeliveredButNotReported() throws Exception {
        Path journals = folder.resolve("journals");
        Process recording = load(Map.of("ATTEST_JOURNAL_DIR", journals.toString()));
        assertThat(recording.waitFor()).isZero();

        try (Service service = Service.start()) {
            assertThat(attest(service, "status", journals.toString()).out()).contains("waiting " + TESTS + " results");
            CommandRun.Ended report = attest(service, "report", journals.toString());
            assertThat(report.exitCode()).isEqualTo(3);
            assertThat(report.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("attest: the ")
                    .contains(" of memory of this JVM are too little. Nothing is lost: ", "java -Xmx2g");
            assertThat(folder).isDirectoryNotContaining("glob:**report.html*");

            CommandRun.Ended replay = attest(service, "replay", journals.toString());

            assertThat(replay.exitCode()).as(replay.err()).isZero();
            assertThat(service.view().runs())
                    .extracting(ServiceView.Run::state, ServiceView.Run::totalTests)
                    .containsExactly(tuple("Completed", TESTS));
        }
    }

    /** What the service did not acknowledge any more may be there: all that the run has is read. */
    @Test
    void isDeliveredOnceAfterAKill() throws Exception {
        Path journals = folder.resolve("journals");
        try (Service service = Service.start()) {
            Process sending = load(service.environment(journals));
            await().atMost(Duration.ofMinutes(2)).until(() -> arrived(service) > TESTS / 2);
            sending.destroyForcibly().waitFor();
            JournalStatus left = JournalStatus.of(
                    JournalInspector.inspect(journals).get(0).journals().get(0));
            DestinationStatus share = left.destinations().get(0);
            int recorded = share.progress().results().published()
                    + share.backlog().results()
                    + share.backlog().running();

            CommandRun.Ended replay = attest(service, "replay", journals.toString());

            assertThat(replay.exitCode()).as(replay.err()).isZero();
            assertThat(arrived(service)).isEqualTo(recorded);
        }
    }

    private Process load(Map<String, String> environment) throws IOException {
        return new ChildJvm(folder, environment)
                .main(LoadMain.class, ChildJvm.withoutStandIn())
                .start(List.of(String.valueOf(TESTS), "0"));
    }

    private static int arrived(Service service) {
        return service.view().runs().stream()
                .mapToInt(ServiceView.Run::totalTests)
                .sum();
    }

    private CommandRun.Ended attest(Service service, String... arguments) throws Exception {
        return new CommandRun(folder).with(service.environment()).heap(LITTLE).run(arguments);
    }
}

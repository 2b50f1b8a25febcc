package dev.attest.internal.publish;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.standin.StandIn;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The JVM of the tests ends, without a word, at the points where it touches the disk or the service: at each with
 * {@code -Psoak}.
 */
class HaltedJvmIT {

    private static final int STRIDE = Soak.choose("soak.stride", 23, 1);

    /** Points in a row that are not reached: a slow machine sends more at once, and has fewer of them. */
    private static final int ENOUGH = 4;

    @TempDir
    Path folder;

    @Test
    void losesNothingAndDoublesNothingWhereverItHalts() throws Exception {
        try (StandIn standIn = StandIn.start()) {
            int halts = 0;
            int notReached = 0;
            for (int point = 1; notReached < ENOUGH; point += STRIDE) {
                boolean halted = haltAt(point, standIn);
                halts += halted ? 1 : 0;
                notReached = halted ? 0 : notReached + 1;
            }
            System.out.printf("halts: at %d points, each %d%n", halts, STRIDE);
            assertThat(halts).isGreaterThan(50 / STRIDE);
        }
    }

    /** Returns whether there was such a point. */
    private boolean haltAt(int point, StandIn standIn) throws IOException, InterruptedException {
        String title = "halted at " + point;
        Path journals = folder.resolve(String.valueOf(point));
        List<String> said = run(point, journals, title, standIn);
        String name = title + ", " + said.get(said.size() - 1);

        deliverTheRest(journals, standIn);

        PublishedRun run =
                PublishedRun.read(new ServiceView(standIn.url().toString(), standIn.project(), standIn.token()), title);
        assertThat(run.states()).as(name).hasSizeLessThanOrEqualTo(1);
        assertThat(run.attempts())
                .as(name)
                .doesNotHaveDuplicates()
                .containsAll(said.stream()
                        .filter(line -> line.startsWith("test") && !line.contains(" file "))
                        .toList());
        assertThat(run.files())
                .as(name)
                .doesNotHaveDuplicates()
                .containsAll(
                        said.stream().filter(line -> line.contains(" file ")).toList());
        assertThat(run.states()).as(name).doesNotContain("InProgress");
        return said.get(said.size() - 1).startsWith("halted ");
    }

    private List<String> run(int point, Path journals, String title, StandIn standIn)
            throws IOException, InterruptedException {
        Process child = new ChildJvm(folder, Map.of())
                .main(HaltingMain.class, ChildJvm.withoutStandIn())
                .start(List.of(
                        journals.toString(),
                        String.valueOf(point),
                        title,
                        standIn.url().toString(),
                        standIn.project(),
                        standIn.token()));
        child.waitFor();
        return Files.readAllLines(folder.resolve("out.txt"));
    }

    private static void deliverTheRest(Path dir, StandIn standIn) throws IOException {
        Journals journals = new Journals(dir);
        AzureSettings settings = Service.settings(standIn.url(), standIn.project(), standIn.token());
        Journal next = journals.create("next", false);
        Publisher publisher =
                FaultMatrixIT.publisher(new AzureDestination(settings, Map.of()), next, journals, 2, warning -> {});
        publisher.start();
        publisher.finish(Duration.ofSeconds(60));
        next.delete();
        assertThat(journals.folders(refused -> {})).isEmpty();
    }
}

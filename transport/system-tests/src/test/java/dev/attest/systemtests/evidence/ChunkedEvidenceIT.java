package dev.attest.systemtests.evidence;

import dev.attest.standin.StandInOptions;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.Soak;
import dev.attest.testkit.WorkItemsView;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ChunkedEvidenceIT {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int CHUNK = 4 * MEGABYTE;

    /** More than a result takes. */
    private static final int MEGABYTES = Soak.choose("soak.megabytes", 80, 300);

    /** Named by a failing assertion. */
    private static final long SEED = new Random().nextLong();

    @TempDir
    Path folder;

    @Test
    void arrivesWholeAndOnceThoughTheConnectionBreaksAndTheJvmIsKilled() throws Exception {
        Random chance = new Random(SEED);
        StandInOptions breaking = StandInOptions.defaults()
                .withFileLimit(1L << 31)
                .withFaults(cut(2, chance), cut(5, chance), cut(9, chance));
        try (Service service = Service.start(breaking)) {
            WorkItemsView items = new WorkItemsView(service.standIn());
            int item = items.create("Task");
            Path file = file();

            killAfter(11 + chance.nextInt(5), service, item, file);
            ChildJvm.Ended next = child(service, item, file)
                    .option("-Dattest.end.timeout=100s")
                    .run(Suites.Small.class);

            assertThat(next.lastLine()).as("seed %d: %s", SEED, next.err()).startsWith("Attest: 3 tests: ");
            assertThat(next.notPublished()).as("seed %d: %s", SEED, next.err()).isEmpty();
            assertThat(items.files(item)).as("seed %d", SEED).singleElement().satisfies(linked -> {
                assertThat(linked.name()).isEqualTo("large.bin");
                assertThat(linked.comment()).startsWith("Run 1, attempt 1 of result 100000, file 1, sha256:");
                assertThat(sha256(items.bytes(linked))).isEqualTo(sha256(Files.newInputStream(file)));
            });
            assertThat(sent(service, "POST")).as("begun, seed %d", SEED).hasSize(1);
            assertThat(sent(service, "PUT").stream()
                            .mapToLong(RecordedRequest::bytes)
                            .sum())
                    .as("bytes sent, seed %d", SEED)
                    .isBetween(MEGABYTES * (long) MEGABYTE, MEGABYTES * (long) MEGABYTE + 6L * CHUNK);
            assertThat(textInPlaceOfTheFile(service)).startsWith("This file is on work item " + item + ", for it is");
        }
    }

    private static String cut(int nth, Random chance) {
        return "PUT */wit/attachments/*: nth=" + nth + " cut-upload=" + (1 + chance.nextInt(CHUNK - 1));
    }

    private void killAfter(int chunks, Service service, int item, Path file) throws Exception {
        Process process =
                child(service, item, file).option("-Dattest.end.timeout=100s").start(Suites.AttachesAFile.class);
        await().atMost(Duration.ofSeconds(90)).until(() -> sent(service, "PUT").size() >= chunks || !process.isAlive());
        assertThat(process.isAlive())
                .as(() -> "it ended by itself: " + read(folder.resolve("err.txt")))
                .isTrue();
        process.destroyForcibly().waitFor();
    }

    private ChildJvm child(Service service, int item, Path file) {
        Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
        environment.put("ATTEST_AZURE_WORK_ITEM", String.valueOf(item));
        return new ChildJvm(folder, environment).option("-Xmx48m").option("-Dfile=" + file);
    }

    private static List<RecordedRequest> sent(Service service, String method) {
        return service.standIn().requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().contains("/wit/attachments"))
                .toList();
    }

    private static String textInPlaceOfTheFile(Service service) throws IOException {
        int result = service.results().get(0).id();
        ServiceView.Attachment text = service.view().attachments(1, result).get(0);
        try (InputStream bytes = service.view().bytes(1, result, text.id())) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path file() throws IOException {
        Path file = folder.resolve("large.bin");
        Random random = new Random(42);
        byte[] buffer = new byte[MEGABYTE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < MEGABYTES; written++) {
                random.nextBytes(buffer);
                out.write(buffer);
            }
        }
        return file;
    }

    private static String sha256(InputStream bytes) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (bytes) {
            byte[] buffer = new byte[MEGABYTE];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return String.join("\n", lines.toList());
        } catch (IOException e) {
            return e.toString();
        }
    }
}

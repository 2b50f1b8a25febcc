package dev.attest.systemtests.delivery;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.Soak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A disk that is full, has no room for another name, or is cleaned while tests run: the service gets everything. */
class VanishingDiskIT {

    private static final int DELETIONS = Soak.choose("soak.deletions", 20, 400);
    private static final long SEED = new Random().nextLong();

    @TempDir
    Path folder;

    @Test
    void publishesFilesThatTheDiskDoesNotTake() throws Exception {
        try (Service service = Service.start();
                SmallDisk disk = SmallDisk.mount(folder.resolve("small"), "size=1m")) {
            ChildJvm child = child(service, disk.folder().resolve("journal"), "a");
            ChildJvm.Ended ended = child.await(child.start(List.of("a", "40", "100000", "5")));

            assertAllPublished(service, ended, "a", 40);
        }
    }

    /** The root, the run, the JVM, its lock and its events take five. */
    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8, 9, 10, 12})
    void publishesAllWhereTheDiskTakesSoManyNames(int names) throws Exception {
        try (Service service = Service.start();
                SmallDisk disk = SmallDisk.mount(folder.resolve("small"), "nr_inodes=" + names)) {
            ChildJvm child = child(service, disk.folder(), "a");
            ChildJvm.Ended ended = child.await(child.start(List.of("a", "60", "100", "1")));

            assertAllPublished(service, ended, "a", 60);
        }
    }

    @Test
    void publishesAllThoughTheFolderIsDeletedAtAnyMoment() throws Exception {
        Random moments = new Random(SEED);
        Path journal = folder.resolve("target/attest");
        try (Service service = Service.start()) {
            ChildJvm child = child(service, journal, "a");
            int tests = DELETIONS * 6;
            Process process = child.start(List.of("a", String.valueOf(tests), "3000", "20"));
            for (int deletion = 0; deletion < DELETIONS; deletion++) {
                if (process.waitFor(moments.nextInt(200), TimeUnit.MILLISECONDS)) {
                    break;
                }
                new ProcessBuilder("rm", "-rf", folder.resolve("target").toString())
                        .start()
                        .waitFor();
            }

            assertAllPublished(service, child.await(process), "a", tests);
        }
    }

    @Test
    void hasOnDiskAgainWhatTheServiceDidNotTakeBeforeTheFolderWasDeleted() throws Exception {
        Path journal = folder.resolve("target/attest");
        try (Service service = Service.start()) {
            service.stop();
            ChildJvm child = child(service, journal, "a").option("-Dattest.end.timeout=1s");
            Process process = child.start(List.of("a", "100", "1000", "20"));
            while (!Files.readString(folder.resolve("a/out.txt")).contains("a-50\n")) {
                if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                    throw new IOException(Files.readString(folder.resolve("a/err.txt")));
                }
            }
            new ProcessBuilder("rm", "-rf", folder.resolve("target").toString())
                    .start()
                    .waitFor();
            assertThat(child.await(process).notPublished())
                    .anyMatch(line -> line.startsWith("Attest: Azure DevOps: 100 results and "));
            service.restart();

            ChildJvm next = child(service, journal, "b");
            next.await(next.start(List.of("b", "1", "10", "1")));

            assertThat(service.view().runs()).hasSize(2);
            assertOnce(service, "a", 100);
        }
    }

    @Test
    void keepsTwoBuildsOfOneFolderApart() throws Exception {
        Path journal = folder.resolve("journal");
        try (Service service = Service.start()) {
            List<ChildJvm> builds = new ArrayList<>();
            List<Process> processes = new ArrayList<>();
            for (String name : List.of("a", "b", "c")) {
                ChildJvm build = child(service, journal, name);
                builds.add(build);
                processes.add(build.start(List.of(name, name.equals("a") ? "300" : "100", "500", "3")));
            }
            List<ChildJvm.Ended> ended = new ArrayList<>();
            for (int i = 0; i < builds.size(); i++) {
                ended.add(builds.get(i).await(processes.get(i)));
            }

            assertThat(service.view().runs())
                    .extracting(ServiceView.Run::state)
                    .containsExactly("Completed", "Completed", "Completed");
            assertOnce(service, "a", 300);
            assertOnce(service, "b", 100);
            assertOnce(service, "c", 100);
            assertThat(ended).allSatisfy(each -> assertThat(each.notPublished()).isEmpty());
        }
    }

    private ChildJvm child(Service service, Path journal, String name) throws IOException {
        Map<String, String> environment = new HashMap<>(service.environment(journal));
        environment.put("ATTEST_RUN_SCOPE", "jvm");
        environment.put("ATTEST_AZURE_RUN_TITLE", name);
        return new ChildJvm(Files.createDirectory(folder.resolve(name)), environment)
                .main(AttachingMain.class, ChildJvm.withoutStandIn());
    }

    private static void assertAllPublished(Service service, ChildJvm.Ended ended, String name, int tests) {
        assertThat(ended.lastLine())
                .as("seed %d, %s", SEED, ended.err())
                .startsWith("Attest: " + tests + " tests: ")
                .contains("; http");
        assertThat(ended.notPublished()).as("seed %d, %s", SEED, ended.err()).isEmpty();
        assertThat(service.view().runs()).extracting(ServiceView.Run::state).containsExactly("Completed");
        assertOnce(service, name, tests);
    }

    /** Looks at the files of a part of the results, for each look is a request. */
    private static void assertOnce(Service service, String name, int tests) {
        int run = service.view().runs().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        List<ServiceView.Result> results = service.view().results(run);
        assertThat(results)
                .as("seed %d", SEED)
                .extracting(ServiceView.Result::title)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, tests)
                        .mapToObj(number -> name + "-" + number)
                        .toList());
        int each = Math.max(1, tests / 60);
        for (int i = 0; i < results.size(); i += each) {
            ServiceView.Result result = results.get(i);
            assertThat(service.view().attachments(run, result.id()))
                    .as("seed %d", SEED)
                    .extracting(ServiceView.Attachment::fileName)
                    .containsExactly("file of " + result.title());
        }
    }
}

package dev.attest.systemtests.delivery;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.publish.Publishing;
import dev.attest.internal.recovery.OrphanQueue;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Hosts that know nothing of each other but the build, each with a journal folder of its own. */
class ShardsIT {

    private static final int BUILDS = 100;
    private static final int SHARDS = 3;
    private static final int AT_ONCE = 25;

    @TempDir
    Path folder;

    @Test
    void shareOneRunThoughTheyStartAtOnce() throws Exception {
        ExecutorService hosts = Executors.newFixedThreadPool(AT_ONCE * SHARDS);
        try (Service service = Service.start()) {
            List<Future<?>> ended = new ArrayList<>();
            for (int build = 1; build <= BUILDS; build++) {
                String title = "Build " + build;
                CyclicBarrier start = new CyclicBarrier(SHARDS);
                for (int shard = 1; shard <= SHARDS; shard++) {
                    String test = "test of shard " + shard;
                    Path own = folder.resolve(build + "-" + shard);
                    ended.add(hosts.submit(() -> {
                        start.await();
                        publish(service, own, title, test);
                        return null;
                    }));
                }
            }
            for (Future<?> host : ended) {
                host.get();
            }

            Map<String, List<ServiceView.Run>> runs =
                    service.view().runs().stream().collect(Collectors.groupingBy(ServiceView.Run::name));
            assertThat(runs).hasSize(BUILDS);
            assertThat(runs.values()).allSatisfy(ofBuild -> {
                assertThat(ofBuild).hasSize(1);
                assertThat(ofBuild.get(0).state()).isEqualTo("Completed");
                assertThat(ofBuild.get(0).totalTests()).isEqualTo(SHARDS);
            });
        } finally {
            hosts.shutdownNow();
        }
    }

    private static void publish(Service service, Path own, String title, String test) throws Exception {
        Journals journals = new Journals(own);
        Journal journal = journals.create("build", true);
        ConfiguredDestination outlet = new ConfiguredDestination(destination(service), 2, "");
        OrphanQueue waiting = new OrphanQueue(List.of(outlet), journals);
        Publishing publishing = new Publishing(List.of(outlet), journal, waiting, List::of, warning -> {});
        publishing.start();
        Instant now = Instant.now();
        TestDescription description = new TestDescription(new TestId("e", "C", test, ""), test, List.of());
        journal.append(
                new Event.RunStarted(new Run("token of " + title, title, now, "host", null, true, ""), List.of()));
        journal.append(new Event.ResultRecorded(
                new Result(1, 1, description, Outcome.PASSED, now, Duration.ofMillis(5), null, "")));
        journal.append(new Event.RunFinished(now.plusSeconds(1), false));
        publishing.finish(Duration.ofSeconds(90));
        PublishResult published = publishing.published().get(0);
        assertThat(published.progress().completed()).as(published.trouble()).isTrue();
        assertThat(published.progress().refusals()).isEmpty();
        journal.delete();
    }

    private static AzureDestination destination(Service service) {
        return new AzureDestination(
                Service.settings(
                        URI.create(service.url()),
                        service.standIn().project(),
                        service.standIn().token()),
                Map.of());
    }
}

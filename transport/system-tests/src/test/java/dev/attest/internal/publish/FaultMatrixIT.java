package dev.attest.internal.publish;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.WaitingJournals;
import dev.attest.internal.recovery.OrphanQueue;
import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.Soak;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each way to fail at each request of a run, at moments that follow from seeds. Whatever it is: what was reported is
 * what the service has, and what waits, and what was refused; nothing is there twice; and a run after the fault
 * delivers the rest.
 */
class FaultMatrixIT {

    private static final int SEEDS = Soak.choose("soak.seeds", 1, 20);
    private static final Duration PLENTY = Duration.ofSeconds(60);
    /** Next to no pauses, and several requests of each kind even in a small run. */
    static final DeliverySettings QUICK = new DeliverySettings(
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            3,
            1000,
            Duration.ofMillis(2),
            Duration.ofMillis(2),
            Duration.ofMillis(10));

    /** What a service may do: of these, some mean that a person must act, and some that what was sent is refused. */
    private static final List<String> FAULTS = List.of(
            "status=400",
            "status=401",
            "status=403",
            "status=408",
            "status=409",
            "status=413",
            "status=429 retry-after=1",
            "status=429",
            "status=500 body=empty",
            "status=503 body=html",
            "sign-in=200",
            "sign-in=203",
            "sign-in=302",
            "drop",
            "reset",
            "hang",
            "cut-upload=40",
            "cut=20",
            "cut-head=20",
            "cut=20 reset",
            "drip=64/5ms",
            "delay=100ms",
            "commit drop",
            "commit reset",
            "commit hang",
            "commit sign-in=200",
            "commit body=half",
            "commit body=json",
            "commit status=500 body=empty",
            "commit status=503 body=html");

    private static StandIn standIn;

    @TempDir
    Path folder;

    @BeforeAll
    static void startWithAProjectForEachSeed() {
        standIn = StandIn.start(StandInOptions.defaults()
                .withProjects(IntStream.rangeClosed(1, SEEDS)
                        .mapToObj(FaultMatrixIT::project)
                        .toArray(String[]::new)));
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    static Stream<Arguments> failures() {
        return FAULTS.stream()
                .flatMap(fault -> Arrays.stream(FailingRequest.values()).map(request -> Arguments.of(request, fault)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("failures")
    void losesNothingAndDoublesNothing(FailingRequest request, String fault) {
        assertThat(IntStream.rangeClosed(1, SEEDS).parallel().mapToObj(seed -> trouble(request, fault, seed)))
                .allSatisfy(trouble -> assertThat(trouble).isEmpty());
    }

    /**
     * Returns what is wrong with one run, or nothing: a stream of its own threads would lose the words of an exception.
     */
    private String trouble(FailingRequest request, String fault, int seed) {
        try {
            check(request, fault, seed);
            return "";
        } catch (IOException | RuntimeException | AssertionError e) {
            return "seed " + seed + ": " + e;
        }
    }

    private void check(FailingRequest request, String fault, int seed) throws IOException {
        String title = request + " " + fault;
        Journals journals = new Journals(folder.resolve("seed-" + seed));
        Journal journal = journals.create("run", false);
        RandomRun run = new RandomRun(journal, title, seed, line -> {});
        int rule = standIn.faults().add(request.of(project(seed)) + moments(new Random(seed)) + fault);

        Publisher first = publisher(seed, journal, WaitingJournals.NONE);
        run.report();
        first.finish(fault.endsWith("hang") ? Duration.ofMillis(400) : PLENTY);

        standIn.faults().remove(rule);
        Account account = new Account(title + ", seed " + seed, run);
        account.add(first.published().progress());
        account.compare(published(title, seed), first.published().progress().completed());
        if (!first.published().progress().completed()) {
            journal.close();
            deliverTheRest(journals, seed, account);
            account.compare(published(title, seed), true);
        }
    }

    private static void deliverTheRest(Journals journals, int seed, Account account) throws IOException {
        Journal next = journals.create("next", false);
        Publisher second = publisher(seed, next, journals);
        second.finish(PLENTY);
        next.delete();
        second.published().recovered().forEach(account::add);
        assertThat(journals.folders(refused -> {}))
                .as("left: %s, seed %d", account, seed)
                .isEmpty();
    }

    private static Publisher publisher(int seed, Journal live, WaitingJournals waiting) {
        AzureSettings settings = Service.settings(standIn.url(), project(seed), standIn.token());
        Destination azure = new AzureDestination(settings, Map.of());
        Publisher publisher = publisher(azure, live, waiting, settings.connections(), warning -> {});
        publisher.start();
        return publisher;
    }

    static Publisher publisher(
            Destination azure, Journal live, WaitingJournals waiting, int connections, Consumer<String> warning) {
        ConfiguredDestination outlet = new ConfiguredDestination(azure, connections, azure.name());
        return new Publisher(outlet, live, new OrphanQueue(List.of(outlet), waiting), List::of, warning, QUICK);
    }

    private static PublishedRun published(String title, int seed) {
        return PublishedRun.read(new ServiceView(standIn.url().toString(), project(seed), standIn.token()), title);
    }

    private static String moments(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "nth=1 ";
            case 1 -> "nth=2 ";
            case 2 -> "times=" + (1 + random.nextInt(3)) + " ";
            default -> "every=2 times=2 ";
        };
    }

    private static String project(int seed) {
        return "seed-" + seed;
    }
}

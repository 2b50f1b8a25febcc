package dev.attest.internal.recovery;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.JournalInspector;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** More journals wait than a JVM can open at once. */
@Timeout(120)
class ManyJournalsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(2);
    private static final DeliverySettings QUICK =
            new DeliverySettings(SHORT, SHORT, 100, 1000, SHORT, SHORT, Duration.ofMillis(20));
    private static final Path OWN_DESCRIPTORS = Path.of("/proc/self/fd");

    /** Of all that Attest has open, which no number of journals changes. */
    private static final int MOST_DESCRIPTORS = 32;

    @TempDir
    Path folder;

    private final FakeService azure = new FakeService("azure");
    private final FakeService other = new FakeService("other");
    private final AtomicInteger mostOpen = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"100, 1", "1, 100", "20, 5"})
    void opensAFewAtATime(int runs, int members) throws Exception {
        azure.downWhile(this::countsWhatIsOpen);
        other.downWhile(this::countsWhatIsOpen);
        List<String> all = left(runs, members);

        replay(azure, other);

        assertThat(azure.rows()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(other.rows()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(azure.runs()).hasSize(runs);
        assertThat(azure.states()).hasSize(runs).containsOnly("Completed");
        assertThat(JournalInspector.inspect(folder)).isEmpty();
        assertThat(mostOpen.get()).isLessThanOrEqualTo(MOST_DESCRIPTORS);
    }

    @Test
    void keepsAllForADestinationThatIsDown() throws Exception {
        List<String> all = left(6, 5);
        other.answer(new Retry("the token is wrong", Duration.ZERO, false, true));

        replay(azure, other);
        assertThat(azure.rows()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(other.rows()).isEmpty();
        replay(azure, other);

        assertThat(other.rows()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(azure.rows()).hasSameSizeAs(all);
        assertThat(JournalInspector.inspect(folder)).isEmpty();
    }

    @Test
    void saysOfEachThatItDidNotReachWhyItWaits() throws Exception {
        left(6, 5);
        azure.answer(new Retry("the token is wrong", Duration.ZERO, false, true));

        Replay replay = replay(azure);

        Set<String> reasons = JournalInspector.inspect(folder).stream()
                .flatMap(run -> run.journals().stream())
                .map(journal -> Stream.concat(
                                replay.outcomes().stream()
                                        .filter(outcome -> outcome.folder().equals(journal.folder()))
                                        .filter(outcome -> outcome.destination().equals("azure"))
                                        .map(ReplayOutcome::reason),
                                replay.untried(journal.folder(), "azure").map(Replay.Untried::reason).stream())
                        .collect(Collectors.joining()))
                .collect(Collectors.toSet());
        assertThat(reasons).containsExactly("the token is wrong");
    }

    private boolean countsWhatIsOpen() {
        mostOpen.accumulateAndGet(openBelowFolder(), Math::max);
        return false;
    }

    private int openBelowFolder() {
        if (!Files.isDirectory(OWN_DESCRIPTORS)) {
            return 0;
        }
        try (Stream<Path> descriptors = Files.list(OWN_DESCRIPTORS)) {
            return (int) descriptors.filter(this::isBelowFolder).count();
        } catch (IOException e) {
            return 0;
        }
    }

    private boolean isBelowFolder(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private Replay replay(FakeService... services) throws Exception {
        List<ConfiguredDestination> outlets = Stream.of(services)
                .map(service -> new ConfiguredDestination(service, 2, service.name()))
                .toList();
        Replay replay = new Replay(outlets, new Journals(folder), warning -> {}, QUICK);
        replay.start();
        assertThat(replay.await(Duration.ofSeconds(60))).isTrue();
        assertThat(replay.refused()).isEmpty();
        return replay;
    }

    /** Returns the results that services should have. */
    private List<String> left(int runs, int members) throws IOException {
        List<String> all = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            String token = UUID.randomUUID().toString();
            for (int member : IntStream.rangeClosed(1, members).toArray()) {
                String title = "test " + run + "." + member;
                all.add(title + " PASSED");
                write(run, token, title);
            }
        }
        return all;
    }

    private void write(int run, String token, String title) throws IOException {
        TestDescription test = new TestDescription(new TestId("engine", "Class", title, ""), title, List.of());
        try (Journal journal = new Journals(folder).create("run-" + run, false)) {
            journal.append(
                    new Event.RunStarted(new Run(token, "title", NOON, "host", null), List.of("azure", "other")));
            journal.append(new Event.TestStarted(1, 1, test, NOON));
            journal.append(new Event.ResultRecorded(
                    new Result(1, 1, test, Outcome.PASSED, NOON, Duration.ofMillis(5), null, "")));
            journal.append(new Event.RunFinished(NOON, false));
        }
    }
}

package dev.attest.internal.recovery;

import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.JournalInspector;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.recovery.ReplayOutcome.Fate;
import dev.attest.internal.status.JournalStatus;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class ReplayTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(2);
    private static final DeliverySettings QUICK =
            new DeliverySettings(SHORT, SHORT, 100, 1000, SHORT, SHORT, Duration.ofMillis(20));

    @TempDir
    Path folder;

    private final FakeService service = new FakeService();

    @Test
    void deliversWhatWasLeftBehindAndHasNoRunOfItsOwn() throws Exception {
        left("a", "b");

        Replay replay = replayed();

        assertThat(service.rows()).containsExactly("a PASSED", "b PASSED");
        assertThat(service.runs()).hasSize(1);
        assertThat(replay.outcomes())
                .extracting(ReplayOutcome::fate, outcome -> outcome.progress().results())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Fate.DELIVERED, new Tally(2, 0, 0)));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhatWasRefusedAndKeepsIt() throws Exception {
        service.refuse("b");
        left("a", "b");

        Replay replay = replayed();

        assertThat(replay.outcomes()).extracting(ReplayOutcome::fate).containsExactly(Fate.REFUSED);
        assertThat(replay.outcomes().get(0).progress().refusals())
                .singleElement()
                .asString()
                .contains("Result of b was refused. poison");
        assertThat(found()).extracting(InspectedJournal::state).containsExactly(InspectedJournal.State.REFUSED);
        assertThat(JournalStatus.of(found().get(0)).destinations())
                .extracting(each -> each.progress().results())
                .containsExactly(new Tally(1, 0, 1));
    }

    /** The start of the run is damaged, and all that is left to do is to complete it. */
    @Test
    void completesARunThatOnlyItsAcknowledgementsName() throws Exception {
        Path journal = left("a").folder();
        service.killCallerAt(3, false);
        Replay killed = replay();
        killed.start();
        await().until(service::callerIsDead);
        killed.stop();
        service.killCallerAt(-1, false);
        new DamagedJournal(journal, new Random(1)).flip(journal.resolve(DamagedJournal.EVENTS), "RunStarted");

        replayed();

        assertThat(service.rows()).containsExactly("a PASSED");
        assertThat(service.state()).isEqualTo("Completed");
        assertThat(service.runs()).hasSize(1);
    }

    @Test
    void saysWhyTheRestWaitsWhenItIsStopped() throws Exception {
        service.downWhile(() -> true);
        left("a");
        Replay replay = replay();
        replay.start();

        await().until(() -> service.requests() > 1);
        assertThat(replay.await(Duration.ZERO)).isFalse();
        replay.stop();

        assertThat(replay.outcomes())
                .extracting(ReplayOutcome::fate, ReplayOutcome::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Fate.WAITING, "the service is down"));
        assertThat(JournalStatus.of(found().get(0)).waitingResults()).isEqualTo(1);
    }

    @Test
    void endsAtOnceWhereAPersonMustAct() throws Exception {
        service.answer(new Retry("the token is wrong", Duration.ZERO, false, true));
        left("a");

        Replay replay = replayed();

        assertThat(replay.outcomes()).extracting(ReplayOutcome::reason).containsExactly("the token is wrong");
        assertThat(service.rows()).isEmpty();
    }

    @Test
    void knowsHowFarAJournalIsDelivered() throws Exception {
        Journal journal = left("a", "b");
        assertThat(JournalStatus.of(found().get(0)).done()).isFalse();
        assertThat(JournalStatus.of(found().get(0)).waitingResults()).isEqualTo(2);

        replayed();
        Journal empty = new Journals(folder).create("key", false);
        empty.close();

        assertThat(journal.folder()).doesNotExist();
        assertThat(JournalStatus.of(found().get(0)).done()).isTrue();
    }

    private Replay replayed() throws IOException, InterruptedException {
        Replay replay = replay();
        replay.start();
        assertThat(replay.await(Duration.ofSeconds(30))).isTrue();
        return replay;
    }

    private Replay replay() throws IOException {
        List<ConfiguredDestination> outlets = List.of(new ConfiguredDestination(service, 2, "fake"));
        return new Replay(outlets, new Journals(folder), warning -> {}, QUICK);
    }

    private List<InspectedJournal> found() throws IOException {
        return JournalInspector.inspect(folder).stream()
                .flatMap(run -> run.journals().stream())
                .toList();
    }

    private Journal left(String... titles) throws IOException {
        Journal journal = new Journals(folder).create("key", false);
        journal.append(
                new Event.RunStarted(new Run(UUID.randomUUID().toString(), "title", NOON, "host", null), List.of()));
        for (int row = 1; row <= titles.length; row++) {
            TestDescription test =
                    new TestDescription(new TestId("engine", "Class", titles[row - 1], ""), titles[row - 1], List.of());
            journal.append(new Event.TestStarted(row, 1, test, NOON));
            journal.append(new Event.ResultRecorded(
                    new Result(row, 1, test, Outcome.PASSED, NOON, Duration.ofMillis(5), null, "")));
        }
        journal.append(new Event.RunFinished(NOON, false));
        journal.close();
        return journal;
    }
}

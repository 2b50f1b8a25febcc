package dev.attest.internal.publish;

import dev.attest.AttachmentType;
import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.StoredBlob;
import dev.attest.internal.journal.WaitingJournals;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.recovery.OrphanQueue;
import dev.attest.internal.recovery.Replay;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Rows that are told of as a whole, and files that are put on neither runs nor results. */
@Timeout(120)
class ReportsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(2);
    private static final DeliverySettings QUICK =
            new DeliverySettings(SHORT, SHORT, 100, 1000, SHORT, SHORT, Duration.ofMillis(20));
    private static final AttachmentTarget BUG = new AttachmentTarget("fake", "Bugs", "12");

    @TempDir
    Path folder;

    private final FakeService service = new FakeService();
    private Journal journal;
    private int files;

    @BeforeEach
    void beginRun() throws IOException {
        journal = new Journals(folder).create("key", false);
        journal.append(new Event.RunStarted(new Run("token", "nightly", NOON, "host", null), List.of()));
    }

    @Test
    void tellsOfEachRowThatDidNotPassWithAllItsEvidence() throws Exception {
        service.wantReports(ReportTrigger.AT_THE_END);
        records(1, 1, "a", Outcome.PASSED);
        attaches(2, 1, "shot.png", null);
        records(2, 1, "b", Outcome.FAILED);
        attaches(2, 2, "late.log", null);
        records(2, 2, "b", Outcome.FAILED);
        records(3, 1, "c", Outcome.SKIPPED);
        records(4, 1, "d", Outcome.NOT_STARTED);
        attaches(4, 1, "elsewhere.txt", BUG);

        end(start());

        assertThat(service.reported())
                .containsExactlyInAnyOrder(
                        "b tried 2, last 2 FAILED [shot.png of b, late.log of b]", "d tried 1, last 1 NOT_STARTED []");
        assertThat(service.states()).containsExactly("Completed");
    }

    @Test
    void tellsOfNothingBeforeTheEndWhereThatIsWanted() throws Exception {
        service.wantReports(ReportTrigger.AT_THE_END);
        Publisher publisher = start();
        records(1, 1, "a", Outcome.FAILED);
        records(2, 1, "b", Outcome.FAILED);
        await().until(() -> service.rows().size() == 2);
        records(1, 2, "a", Outcome.PASSED);
        await().until(() -> service.attempts().size() == 2);
        assertThat(service.reported()).isEmpty();

        end(publisher);

        assertThat(service.reported()).containsExactly("b tried 1, last 1 FAILED []");
    }

    @Test
    void tellsOfEachAttemptAsSoonAsItIsDeliveredWhereThatIsWanted() throws Exception {
        service.wantReports(ReportTrigger.EACH_ATTEMPT);
        Publisher publisher = start();
        attaches(1, 1, "one", null);
        records(1, 1, "a", Outcome.FAILED);
        await().until(() -> service.reported().equals(List.of("a tried 1, last 1 FAILED [one of a]")));
        attaches(1, 2, "two", null);
        records(1, 2, "a", Outcome.FAILED);
        await().until(() -> service.reported().size() == 2);
        records(1, 3, "a", Outcome.PASSED);

        end(publisher);

        assertThat(service.reported())
                .containsExactly(
                        "a tried 1, last 1 FAILED [one of a]", "a tried 2, last 2 FAILED [one of a, two of a]");
    }

    @Test
    void looksFirstWhenTheReplyToAReportWasLost() throws Exception {
        service.wantReports(ReportTrigger.EACH_ATTEMPT);
        Publisher publisher = start();
        records(1, 1, "a", Outcome.FAILED);
        await().until(() -> service.reported().size() == 1);
        service.takeEffectButAnswer(new Retry("no reply", Duration.ZERO, true, false)); // to the result
        service.takeEffectButAnswer(
                new Retry("no reply", Duration.ZERO, true, false)); // to the next try, or the report
        service.takeEffectButAnswer(new Retry("no reply", Duration.ZERO, true, false));
        records(2, 1, "b", Outcome.FAILED);

        end(publisher);

        assertThat(service.reported()).containsExactly("a tried 1, last 1 FAILED []", "b tried 1, last 1 FAILED []");
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void namesAReportThatIsRefusedAndGoesOn() throws Exception {
        service.wantReports(ReportTrigger.AT_THE_END);
        service.refuseReports("a");
        records(1, 1, "a", Outcome.FAILED);
        records(2, 1, "b", Outcome.FAILED);
        Publisher publisher = start();

        end(publisher);

        assertThat(service.reported()).containsExactly("b tried 1, last 1 FAILED []");
        assertThat(publisher.published().progress().refusals()).containsExactly("Report of a was refused. poison");
        assertThat(publisher.published().progress().results()).isEqualTo(new Tally(2, 0, 0));
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void tellsOfTheTestThatAJvmDiedInOnce() throws Exception {
        service.wantReports(ReportTrigger.EACH_ATTEMPT);
        attaches(1, 1, "shot.png", null);
        records(1, 1, "a", Outcome.FAILED);
        journal.append(new Event.TestsPlanned(List.of(test("never"))));
        journal.append(new Event.TestStarted(2, 1, test("b"), NOON));
        Publisher dying = start();
        await().until(() -> service.reported().size() == 1);
        service.downWhile(() -> true);
        dying.finish(Duration.ofMillis(20));
        journal.close();
        service.downWhile(() -> false);

        replay();

        assertThat(service.reported())
                .containsExactlyInAnyOrder(
                        "a tried 1, last 1 FAILED [shot.png of a]",
                        "b tried 1, last 1 ABORTED []",
                        "never tried 1, last 1 NOT_STARTED []");
        assertThat(service.state()).isEqualTo("Aborted");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void putsAFileOnAnotherThingAndSaysWhereItComesFrom() throws Exception {
        Publisher publisher = start();
        journal.append(new Event.TestStarted(1, 1, test("a"), NOON));
        attaches(1, 1, "bug.log", BUG);
        await().until(() -> service.files().size() == 1);
        attaches(0, 1, "run.log", BUG);
        attaches(1, 1, "not-mine.log", new AttachmentTarget("azure", "WorkItem", "4711"));
        records(1, 1, "a", Outcome.PASSED);

        end(publisher);

        assertThat(service.files())
                .containsExactly(
                        "Bugs 12: bug.log of a, Attached by the test \"a\", attempt 1, in the run \"nightly\" of"
                                + " 2026-11-21T12:00:00Z.",
                        "Bugs 12: run.log of the run, Attached in the run \"nightly\" of 2026-11-21T12:00:00Z.");
        assertThat(service.attachments()).isEmpty();
        assertThat(publisher.published().progress().attachments()).isEqualTo(new Tally(2, 0, 0));
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void putsAFileOnAnotherThingThoughThereIsNoTest() throws Exception {
        service.answer(new Retry("busy", Duration.ZERO, false, false));
        attaches(0, 1, "run.log", BUG);
        Publisher publisher = start();

        end(publisher);

        assertThat(service.files()).hasSize(1);
        assertThat(service.runs()).isEmpty();
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void deliversWhatADeadJvmPutOnAnotherThing() throws Exception {
        attaches(0, 1, "run.log", BUG);
        journal.close();

        replay();

        assertThat(service.files()).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    private void replay() throws Exception {
        List<ConfiguredDestination> outlets = List.of(new ConfiguredDestination(service, 2, "fake"));
        Replay replay = new Replay(outlets, new Journals(folder), warning -> {}, QUICK);
        replay.start();
        assertThat(replay.await(PLENTY)).isTrue();
    }

    private Publisher start() {
        ConfiguredDestination outlet = new ConfiguredDestination(service, 2, service.name());
        OrphanQueue none = new OrphanQueue(List.of(outlet), WaitingJournals.NONE);
        Publisher publisher = new Publisher(outlet, journal, none, List::of, warning -> {}, QUICK);
        publisher.start();
        return publisher;
    }

    private void end(Publisher publisher) throws IOException {
        journal.append(new Event.RunFinished(NOON, false));
        publisher.finish(PLENTY);
    }

    private void records(int row, int attempt, String title, Outcome outcome) throws IOException {
        journal.append(new Event.ResultRecorded(
                new Result(row, attempt, test(title), outcome, NOON, Duration.ZERO, null, "")));
    }

    private void attaches(int row, int attempt, String name, @Nullable AttachmentTarget place) throws IOException {
        String text = row == 0 ? "of the run" : "of " + "?abcdef".charAt(row);
        StoredBlob stored = journal.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        journal.append(new Event.AttachmentAdded(new Attachment(
                ++files,
                row,
                attempt,
                name,
                AttachmentType.GENERAL_ATTACHMENT,
                stored.sha256(),
                stored.size(),
                place,
                "")));
    }

    private static TestDescription test(String title) {
        return new TestDescription(new TestId("engine", "Class", title, ""), title, List.of());
    }
}

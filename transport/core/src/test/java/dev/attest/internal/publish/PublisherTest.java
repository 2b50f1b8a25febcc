package dev.attest.internal.publish;

import dev.attest.AttachmentType;
import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.destination.TestDamage;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.JournalInspector;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.StoredBlob;
import dev.attest.internal.journal.WaitingJournals;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.recovery.OrphanQueue;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PublisherTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final DeliveryResult LOST_REPLY = new Retry("no reply", Duration.ZERO, true, false);
    private static final DeliveryResult BUSY = new Retry("busy", Duration.ZERO, false, false);
    private static final DeliverySettings QUICK = new DeliverySettings(
            Duration.ofMillis(5),
            Duration.ofMillis(50),
            100,
            1000,
            Duration.ofMillis(5),
            Duration.ofMillis(5),
            Duration.ofMillis(20));

    @TempDir
    Path folder;

    private final FakeService service = new FakeService();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private Journal journal;

    @BeforeEach
    void openJournal() throws IOException {
        journal = new Journals(folder).create("key", false);
    }

    @Test
    void publishesARunFromItsFirstTestToItsEnd() throws Exception {
        runStarted();
        record(1, "a", Outcome.PASSED);
        attach(1, 1, "shot.png", "pixels");
        record(2, "b", Outcome.FAILED);
        attach(2, Attachment.RUN, "run.txt", "all");
        runFinished();

        Publisher publisher = finish();

        assertThat(service.rows()).containsExactly("a PASSED", "b FAILED");
        assertThat(service.attachments()).containsExactlyInAnyOrder("a PASSED: shot.png pixels", "run: run.txt all");
        assertThat(service.state()).isEqualTo("Completed");
        assertThat(publisher.published().progress())
                .isEqualTo(new Progress(new Tally(2, 0, 0), new Tally(2, 0, 0), "http://run", true, List.of()));
        assertThat(warnings).isEmpty();
    }

    @Test
    void showsResultsWhileTheTestsRun() throws Exception {
        runStarted();
        record(1, "a", Outcome.PASSED);

        Publisher publisher = start();

        await().until(() -> service.rows().contains("a PASSED"));
        assertThat(service.state()).isEqualTo("InProgress");
        runFinished();
        publisher.finish(PLENTY);
    }

    @Test
    void beginsBeforeItsTimeWhenMuchHasGathered() throws Exception {
        Duration tooLong = Duration.ofHours(1);
        DeliverySettings patient =
                new DeliverySettings(tooLong, tooLong, 500, 1000, 2000, tooLong, Duration.ZERO, tooLong);
        Publisher publisher = publisher(journal, WaitingJournals.NONE, patient);
        publisher.start();
        runStarted();
        for (int row = 1; row <= 3000; row++) {
            record(row, "a test with a name of some length " + row, Outcome.PASSED);
        }

        await().until(() -> !service.rows().isEmpty());

        runFinished();
        publisher.finish(PLENTY);
        assertThat(service.rows()).hasSize(3000).doesNotHaveDuplicates();
    }

    @Test
    void sendsAHundredResultsAtOnce() throws Exception {
        runStarted();
        for (int row = 1; row <= 950; row++) {
            record(row, "test " + row, Outcome.PASSED);
        }
        runFinished();

        finish();

        assertThat(service.batches()).hasSize(10).contains(100).last().isEqualTo(50);
        assertThat(service.rows())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 950)
                        .mapToObj(row -> "test " + row + " PASSED")
                        .toList());
    }

    @Test
    void triesAgainUntilTheServiceTakesIt() throws Exception {
        service.answer(BUSY);
        service.answer(BUSY);
        service.answer(BUSY);
        runStarted();
        record(1, "a", Outcome.PASSED);
        runFinished();

        Publisher publisher = finish();

        assertThat(service.rows()).containsExactly("a PASSED");
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void looksFirstWhenAReplyWasLost() throws Exception {
        service.takeEffectButAnswer(LOST_REPLY);
        runStarted();
        record(1, "a", Outcome.PASSED);
        attach(1, 1, "shot.png", "pixels");
        Publisher publisher = start();
        await().until(() -> service.rows().size() == 1 && service.attachments().size() == 1);

        service.takeEffectButAnswer(LOST_REPLY);
        record(2, "b", Outcome.PASSED);
        await().until(() -> publisher.published().progress().results().published() == 2);
        service.takeEffectButAnswer(LOST_REPLY);
        attach(2, 2, "log.txt", "lines");
        await().until(() -> publisher.published().progress().attachments().published() == 2);
        runFinished();
        publisher.finish(PLENTY);

        assertThat(service.rows()).containsExactly("a PASSED", "b PASSED");
        assertThat(service.attachments()).containsExactly("a PASSED: shot.png pixels", "b PASSED: log.txt lines");
        assertThat(service.state()).isEqualTo("Completed");
    }

    /** The first request creates the run, and all in all there are some twelve. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void goesOnWhereATestDamagesItsJvm(int request) throws Exception {
        for (TestDamage damage : TestDamage.values()) {
            for (boolean afterEffect : new boolean[] {false, true}) {
                goesOn(request, damage, afterEffect);
            }
        }
    }

    private void goesOn(int request, TestDamage damage, boolean afterEffect) throws Exception {
        FakeService damaged = new FakeService();
        damaged.damageFrom(request, afterEffect, damage);
        try (Journal own = new Journals(folder).create(damage + " " + afterEffect, false)) {
            journal = own;
            runStarted();
            record(1, "a", Outcome.FAILED);
            attach(1, 1, "shot.png", "pixels");
            record(2, "b", Outcome.PASSED);
            ConfiguredDestination outlet = new ConfiguredDestination(damaged, 2, damaged.name());
            Publisher publisher = new Publisher(
                    outlet,
                    own,
                    new OrphanQueue(List.of(outlet), WaitingJournals.NONE),
                    List::of,
                    warnings::add,
                    QUICK);
            publisher.start();
            await().until(() -> damaged.rows().size() == 2);
            journal.append(new Event.ResultRecorded(result(1, 2, "a", Outcome.PASSED)));
            attach(2, 2, "log.txt", "lines");
            runFinished();

            publisher.finish(PLENTY);

            assertThat(damaged.runs())
                    .as("%s, after effect: %s", damage, afterEffect)
                    .hasSize(1);
            assertThat(damaged.rows()).hasSize(2);
            assertThat(damaged.attempts()).containsExactly("a 1 FAILED", "a 2 PASSED");
            assertThat(damaged.attachments()).doesNotHaveDuplicates().hasSize(2);
            assertThat(damaged.state()).isEqualTo("Completed");
            assertThat(publisher.published().progress().completed()).isTrue();
            assertThat(publisher.published().progress().results()).isEqualTo(new Tally(3, 0, 0));
        }
    }

    /** A test may keep a security manager for long. */
    @Test
    void goesOnHoweverOftenAConnectionIsDenied() throws Exception {
        AtomicInteger denials = new AtomicInteger();
        service.denyWhile(() -> denials.incrementAndGet() <= 30);
        runStarted();
        record(1, "a", Outcome.PASSED);
        runFinished();

        Publisher publisher = finish();

        assertThat(denials).hasValueGreaterThan(30);
        assertThat(service.rows()).containsExactly("a PASSED");
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void setsAsideTheOneRowThatIsRefused() throws Exception {
        service.refuse("poison");
        runStarted();
        for (int row = 1; row <= 300; row++) {
            record(row, row == 137 ? "poison" : "test " + row, Outcome.PASSED);
        }
        attach(1, 137, "shot.png", "pixels");
        runFinished();

        Publisher publisher = finish();

        assertThat(service.rows()).hasSize(299).doesNotHaveDuplicates();
        assertThat(publisher.published().progress().results()).isEqualTo(new Tally(299, 0, 1));
        assertThat(publisher.published().progress().attachments()).isEqualTo(new Tally(0, 0, 1));
        assertThat(publisher.published().progress().refusals())
                .containsExactly(
                        "Result of poison was refused. poison",
                        "Attachment shot.png was refused: its result was refused");
        assertThat(service.state()).isEqualTo("Completed");
    }

    @Test
    void refusesWhatIsLeftOfARunThatIsGoneABatchAtATime() throws Exception {
        runStarted();
        record(1, "a", Outcome.PASSED);
        Publisher publisher = start();
        await().until(() -> service.rows().size() == 1);
        for (int batch = 0; batch < 20; batch++) {
            service.answer(new Rejected("the run was deleted", true));
        }
        for (int row = 2; row <= 501; row++) {
            record(row, "test " + row, Outcome.PASSED);
        }
        runFinished();

        publisher.finish(PLENTY);

        assertThat(publisher.published().progress().results()).isEqualTo(new Tally(1, 0, 500));
        assertThat(service.requests()).isLessThan(25);
    }

    @Test
    void showsTheLastAttemptInTheRowAndKeepsThemAllApart() throws Exception {
        runStarted();
        record(1, "a", Outcome.FAILED);
        journal.append(new Event.ResultRecorded(result(1, 2, "a", Outcome.FAILED)));
        journal.append(new Event.ResultRecorded(result(1, 3, "a", Outcome.PASSED)));
        record(2, "b", Outcome.FAILED);
        runFinished();

        Publisher publisher = finish();

        assertThat(service.rows()).containsExactly("a PASSED at attempt 3", "b FAILED");
        assertThat(service.attempts()).containsExactly("a 1 FAILED", "a 2 FAILED", "a 3 PASSED");
        assertThat(publisher.published().progress().results()).isEqualTo(new Tally(4, 0, 0));
    }

    @Test
    void addsEachAttemptOnceAsTheyCome() throws Exception {
        runStarted();
        record(1, "a", Outcome.FAILED);
        Publisher publisher = start();
        await().until(() -> service.rows().size() == 1);
        journal.append(new Event.ResultRecorded(result(1, 2, "a", Outcome.FAILED)));
        await().until(() -> service.attempts().size() == 2);
        journal.append(new Event.ResultRecorded(result(1, 3, "a", Outcome.PASSED)));
        runFinished();

        publisher.finish(PLENTY);

        assertThat(service.attempts()).containsExactly("a 1 FAILED", "a 2 FAILED", "a 3 PASSED");
    }

    @Test
    void addsAttemptsToManyRowsInFewRequests() throws Exception {
        runStarted();
        for (int row = 1; row <= 50; row++) {
            record(row, "test " + row, Outcome.FAILED);
        }
        for (int row = 1; row <= 50; row++) {
            journal.append(new Event.ResultRecorded(result(row, 2, "test " + row, Outcome.PASSED)));
        }
        runFinished();

        finish();

        assertThat(service.attempts()).hasSize(100);
        assertThat(service.requests()).isLessThan(40);
    }

    @Test
    void appendsAnAttemptOnceWhenTheReplyIsLost() throws Exception {
        runStarted();
        record(1, "a", Outcome.FAILED);
        Publisher publisher = start();
        await().until(() -> service.rows().size() == 1);
        service.takeEffectButAnswer(new Retry("lost", Duration.ZERO, true, false));
        journal.append(new Event.ResultRecorded(result(1, 2, "a", Outcome.PASSED)));
        runFinished();

        publisher.finish(PLENTY);

        assertThat(service.attempts()).containsExactly("a 1 FAILED", "a 2 PASSED");
        assertThat(publisher.published().progress().results()).isEqualTo(new Tally(2, 0, 0));
    }

    @Test
    void setsAsideTheAttemptThatIsRefusedAndNoOther() throws Exception {
        service.refuseFurtherAttempts("3");
        runStarted();
        for (int row = 1; row <= 5; row++) {
            record(row, "test " + row, Outcome.FAILED);
            attach(row, row, 1, "page", "of " + row);
            journal.append(new Event.ResultRecorded(result(row, 2, "test " + row, Outcome.PASSED)));
        }
        runFinished();

        Publisher publisher = finish();

        assertThat(service.attempts()).hasSize(8).noneMatch(attempt -> attempt.startsWith("test 3"));
        assertThat(service.rows()).contains("test 3 FAILED", "test 4 PASSED at attempt 2");
        assertThat(service.attachments()).hasSize(5).contains("test 3 FAILED: page of 3");
        assertThat(publisher.published().progress().results()).isEqualTo(new Tally(9, 0, 1));
    }

    @Test
    void keepsTheFilesOfAnAttemptThatIsTriedAgainForItsOwnPlace() throws Exception {
        runStarted();
        attach(1, 1, 1, "page", "one");
        journal.append(new Event.ResultRecorded(
                new Result(1, 1, test("a"), Outcome.FAILED, NOON, Duration.ZERO, null, "", true)));
        Publisher publisher = start();
        await().until(() -> service.rows().size() == 1);
        attach(2, 1, 2, "page", "two");
        journal.append(new Event.ResultRecorded(result(1, 2, "a", Outcome.PASSED)));
        runFinished();

        publisher.finish(PLENTY);

        assertThat(service.attachments()).containsExactlyInAnyOrder("a 1 FAILED: page one", "a 2 PASSED: page two");
    }

    @Test
    void showsTheFilesOfAFailedTestAtOnceThoughItMayBeRunAgain() throws Exception {
        runStarted();
        attach(1, 1, 1, "page", "one");
        record(1, "a", Outcome.FAILED);
        Publisher publisher = start();
        await().until(() -> service.attachments().equals(List.of("a FAILED: page one")));
        journal.append(new Event.TestStarted(1, 2, test("a"), NOON));
        attach(2, 1, 2, "page", "two");
        journal.append(new Event.ResultRecorded(result(1, 2, "a", Outcome.PASSED)));
        runFinished();

        publisher.finish(PLENTY);

        assertThat(service.attachments()).containsExactly("a FAILED: page one", "a 2 PASSED: page two");
    }

    @Test
    void leavesTheFilesAtTheRowWhenTheNextAttemptNeverCame() throws Exception {
        runStarted();
        attach(1, 1, 1, "page", "one");
        journal.append(new Event.ResultRecorded(
                new Result(1, 1, test("a"), Outcome.FAILED, NOON, Duration.ZERO, null, "", true)));
        runFinished();

        finish();

        assertThat(service.attachments()).containsExactly("a FAILED: page one");
    }

    @Test
    void givesWhatWasPreparedToTheTestThatItWasFor() throws Exception {
        runStarted();
        attach(1, 7, 1, "before", "first attempt");
        journal.append(new Event.TestStarted(7, 1, test("a"), NOON));
        journal.append(new Event.ResultRecorded(result(7, 1, "a", Outcome.FAILED)));
        attach(2, 8, 1, "before", "second attempt");
        journal.append(new Event.EvidenceMoved(8, 7, 2));
        journal.append(new Event.TestStarted(7, 2, test("a"), NOON));
        attach(3, 8, 1, "late", "second attempt");
        journal.append(new Event.ResultRecorded(result(7, 2, "a", Outcome.PASSED)));
        attach(4, 9, 1, "class", "passed");
        journal.append(new Event.EvidenceMoved(9, Attachment.RUN, 1));
        attach(5, 10, 1, "nobody", "knows");
        runFinished();

        finish();

        assertThat(service.attachments())
                .containsExactlyInAnyOrder(
                        "a 1 FAILED: before first attempt",
                        "a 2 PASSED: before second attempt",
                        "a 2 PASSED: late second attempt",
                        "run: class passed",
                        "run: nobody knows");
    }

    @Test
    void warnsOnceAndLeavesEverythingInTheJournalWhenTheServiceIsDead() throws Exception {
        service.downWhile(() -> true);
        runStarted();
        for (int row = 1; row <= 50; row++) {
            record(row, "test " + row, Outcome.PASSED);
        }
        Publisher publisher = start();
        await().until(() -> service.requests() > 5);
        runFinished();
        publisher.finish(Duration.ofMillis(100));

        assertThat(warnings).containsExactly("the service is down");
        assertThat(publisher.published().progress().results()).isEqualTo(Tally.none());
        assertThat(journal.reader().read(100)).hasSize(52);
    }

    @Test
    void asksNothingMoreWhenAPersonMustAct() throws Exception {
        service.answer(new Retry("check attest.azure.token", Duration.ZERO, false, true));
        runStarted();
        record(1, "a", Outcome.PASSED);
        runFinished();

        finish();

        assertThat(service.requests()).isEqualTo(1);
        assertThat(warnings).containsExactly("check attest.azure.token");
    }

    @Test
    void deliversWhatADeadJvmLeftBehindAndSaysWhichTestItDiedIn() throws Exception {
        runStarted();
        record(1, "a", Outcome.PASSED);
        record(2, "b", Outcome.PASSED);
        attach(1, 2, "log.txt", "lines");
        journal.append(new Event.TestStarted(3, 1, test("c"), NOON));
        journal.append(new Event.TestStarted(4, 1, test("d"), NOON));
        journal.append(new Event.AttemptStopped(4, 1, Outcome.PASSED, Duration.ofMillis(7), null, ""));
        AtomicBoolean down = new AtomicBoolean();
        Publisher first = start();
        await().until(() -> first.published().progress().results().published() == 2);
        service.downWhile(down::get);
        down.set(true);
        first.finish(Duration.ofMillis(50));
        journal.close();
        down.set(false);

        Journals journals = new Journals(folder);
        Journal next = journals.create("next", false);
        Publisher second = publisher(next, journals);
        second.start();
        await().until(() -> !second.published().recovered().isEmpty());
        next.append(new Event.RunFinished(NOON, false));
        second.finish(PLENTY);

        assertThat(service.rows())
                .as("the JVM died in c and in the tear-down of d")
                .containsExactly("a PASSED", "b PASSED", "c ABORTED", "d PASSED");
        assertThat(service.attachments()).containsExactly("b PASSED: log.txt lines");
        assertThat(service.state()).isEqualTo("Aborted");
        assertThat(journal.folder()).doesNotExist();
    }

    @Test
    void leavesWhatBelongsToAnotherService() throws Exception {
        leftBehind("http://elsewhere");

        Publisher publisher = publishAfter();

        assertThat(service.rows()).containsExactly("live PASSED");
        assertThat(publisher.published().recovered()).isEmpty();
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void publishesThoughWhatAnEarlierRunLeftIsRefused() throws Exception {
        leftBehind(null);
        service.refuseRuns("old");

        Publisher publisher = publishAfter();

        assertThat(service.rows()).containsExactly("live PASSED");
        assertThat(publisher.published().progress().completed()).isTrue();
        assertThat(warnings).isEmpty();
    }

    @Test
    @Timeout(10)
    void waitsForNothingWhenThereWasNoTest() throws Exception {
        leftBehind(null);
        Publisher publisher = publisher(journal, new Journals(folder));
        publisher.start();

        publisher.finish(Duration.ofDays(1));

        assertThat(service.rows()).containsExactly("old PASSED");
        assertThat(service.state()).isEqualTo("Aborted");
    }

    private void leftBehind(@Nullable String address) throws IOException {
        try (Journal old = new Journals(folder).create("old", false)) {
            old.append(new Event.RunStarted(new Run("old", "title", NOON, "host", null), List.of()));
            old.append(new Event.ResultRecorded(result(1, 1, "old", Outcome.PASSED)));
            if (address != null) {
                old.acks("fake").append(new Ack.RunCreated("17", "http://run", address));
            }
        }
    }

    private Publisher publishAfter() throws IOException {
        runStarted();
        record(1, "live", Outcome.PASSED);
        runFinished();
        Publisher publisher = publisher(journal, new Journals(folder));
        publisher.start();
        publisher.finish(PLENTY);
        return publisher;
    }

    @Test
    void saysAgainNothingOfAnEarlierRunWithRefusals() throws Exception {
        service.refuse("old");
        leftBehind(null);

        publishAfter();

        assertThat(JournalInspector.inspect(folder))
                .flatExtracting(JournalInspector.InspectedRun::journals)
                .extracting(InspectedJournal::state)
                .doesNotContain(InspectedJournal.State.ORPHANED);
        assertThat(folder.resolve("old")).isDirectoryContaining("glob:**.refused");
    }

    @Test
    void refusesAnAttachmentThatCannotBeSent() throws Exception {
        service.throwWhenAttaching();
        runStarted();
        record(1, "a", Outcome.PASSED);
        attach(1, 1, "shot.png", "pixels");
        runFinished();

        Publisher publisher = finish();

        assertThat(publisher.published().progress().attachments()).isEqualTo(new Tally(0, 0, 1));
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void waitsForTheEndThoughItsThreadIsInterrupted() throws Exception {
        runStarted();
        record(1, "a", Outcome.PASSED);
        runFinished();
        Publisher publisher = start();

        Thread.currentThread().interrupt();
        publisher.finish(PLENTY);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void sendsALaterAttemptOnceWhenTheFirstWasRefused() throws Exception {
        service.answer(new Accepted(List.of("1"), "http://run", Duration.ZERO));
        service.answer(new Rejected("no", false));
        runStarted();
        record(1, "a", Outcome.FAILED);
        journal.append(new Event.ResultRecorded(result(1, 2, "a", Outcome.PASSED)));
        attach(1, 1, 1, "first.png", "pixels");
        attach(2, 1, 2, "second.png", "pixels");
        runFinished();

        Publisher publisher = finish();

        assertThat(service.rows()).containsExactly("a PASSED");
        assertThat(service.attachments()).contains("a PASSED: second.png pixels");
        assertThat(publisher.published().progress().results()).isEqualTo(new Tally(1, 0, 1));
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void givesAServiceThatNeverAnsweredAQuarterOfTheBudget() throws Exception {
        service.downWhile(() -> true);
        runStarted();
        record(1, "a", Outcome.PASSED);
        runFinished();
        Publisher publisher = start();

        long started = System.nanoTime();
        publisher.finish(Duration.ofSeconds(8));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void endsWithinItsBudgetWhenTheServiceHangs() throws Exception {
        runStarted();
        record(1, "a", Outcome.PASSED);
        runFinished();
        AtomicBoolean released = new AtomicBoolean();
        service.downWhile(() -> {
            await().atMost(Duration.ofSeconds(30)).until(released::get);
            return false;
        });
        Publisher publisher = start();

        long started = System.nanoTime();
        publisher.finish(Duration.ofMillis(200));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        released.set(true);
    }

    /** Also where no request failed, and the time was over in a pause. */
    @RepeatedTest(10)
    void saysWhyIfNotEverythingIsDelivered() throws Exception {
        runStarted();
        record(1, "a", Outcome.PASSED);
        runFinished();
        Publisher publisher = start();

        publisher.finish(Duration.ZERO);

        PublishResult published = publisher.published();
        assertThat(published.progress().completed() || published.trouble() != null)
                .isTrue();
    }

    private Publisher publisher(Journal live, WaitingJournals waiting) {
        return publisher(live, waiting, QUICK);
    }

    private Publisher publisher(Journal live, WaitingJournals waiting, DeliverySettings settings) {
        ConfiguredDestination outlet = new ConfiguredDestination(service, 2, service.name());
        return new Publisher(
                outlet, live, new OrphanQueue(List.of(outlet), waiting), List::of, warnings::add, settings);
    }

    private Publisher start() {
        Publisher publisher = publisher(journal, WaitingJournals.NONE);
        publisher.start();
        return publisher;
    }

    private Publisher finish() throws InterruptedException {
        Publisher publisher = start();
        publisher.finish(PLENTY);
        return publisher;
    }

    private void runStarted() throws IOException {
        journal.append(new Event.RunStarted(new Run("token", "title", NOON, "host", null), List.of()));
    }

    private void runFinished() throws IOException {
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));
    }

    private void record(int row, String title, Outcome outcome) throws IOException {
        journal.append(new Event.ResultRecorded(result(row, 1, title, outcome)));
    }

    private void attach(int number, int row, String name, String text) throws IOException {
        attach(number, row, 1, name, text);
    }

    private void attach(int number, int row, int attempt, String name, String text) throws IOException {
        StoredBlob stored = journal.store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        journal.append(new Event.AttachmentAdded(new Attachment(
                number, row, attempt, name, AttachmentType.GENERAL_ATTACHMENT, stored.sha256(), stored.size())));
    }

    private static Result result(int row, int attempt, String title, Outcome outcome) {
        return new Result(row, attempt, test(title), outcome, NOON, Duration.ofMillis(5), null, "");
    }

    private static TestDescription test(String title) {
        return new TestDescription(new TestId("engine", "Class", title, ""), title, List.of());
    }
}

package dev.attest.internal.publish;

import dev.attest.AttachmentType;
import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.JournalInspector;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.StoredBlob;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.recovery.OrphanQueue;
import dev.attest.internal.recovery.Replay;
import dev.attest.internal.recovery.ReplayOutcome;
import dev.attest.internal.status.DestinationStatus;
import dev.attest.internal.status.JournalStatus;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** One journal, two destinations: each has all of it, whatever becomes of the other. */
@Timeout(120)
class PublishingTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(2);
    private static final DeliverySettings QUICK =
            new DeliverySettings(SHORT, SHORT, 100, 1000, SHORT, SHORT, Duration.ofMillis(20));

    @TempDir
    Path folder;

    private final FakeService azure = new FakeService("azure");
    private final FakeService other = new FakeService("other");
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    @Test
    void publishesEverythingToEach() throws Exception {
        Journal journal = journal("azure", "other");
        Publishing publishing = publishing(journal, azure, other);
        passes(journal, "a", "b");

        end(journal, publishing);

        assertThat(azure.rows()).containsExactly("a PASSED", "b PASSED");
        assertThat(other.rows()).containsExactly("a PASSED", "b PASSED");
        assertThat(List.of(azure.state(), other.state())).containsOnly("Completed");
        assertThat(publishing.published())
                .extracting(PublishResult::destination, each -> each.progress().completed())
                .containsExactly(tuple("azure", true), tuple("other", true));
    }

    @Test
    void completesOneThoughTheOtherIsDownForEver() throws Exception {
        other.downWhile(() -> true);
        Journal journal = journal("azure", "other");
        Publishing publishing = publishing(journal, azure, other);
        passes(journal, "a", "b");
        await().until(() -> azure.rows().size() == 2);

        end(journal, publishing, Duration.ofMillis(400));

        assertThat(azure.state()).isEqualTo("Completed");
        assertThat(other.rows()).isEmpty();
        assertThat(publishing.published())
                .extracting(each -> each.progress().results().published())
                .containsExactly(2, 0);
        assertThat(warnings).containsExactly("the service is down");
        assertThat(JournalStatus.of(found()).destinations())
                .extracting(
                        DestinationStatus::destination, each -> each.backlog().results())
                .containsExactly(tuple("azure", 0), tuple("other", 2));
    }

    @Test
    void goesOnWithOneWhileTheOtherHangs() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        other.downWhile(() -> awaits(released));
        Journal journal = journal("azure", "other");
        Publishing publishing = publishing(journal, azure, other);
        passes(journal, "a");

        await().until(() -> azure.rows().equals(List.of("a PASSED")));
        journal.append(new Event.RunFinished(NOON, false));
        long started = System.nanoTime();
        publishing.finish(Duration.ofSeconds(2));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
        assertThat(azure.state()).isEqualTo("Completed");
        released.countDown();
    }

    @Test
    void sharesTheBudgetOfTheEndInTime() throws Exception {
        azure.downWhile(() -> true);
        other.downWhile(() -> true);
        FakeService third = new FakeService("third");
        third.downWhile(() -> true);
        Journal journal = journal("azure", "other", "third");
        Publishing publishing = publishing(journal, azure, other, third);
        passes(journal, "a");
        await().until(() -> azure.requests() > 0 && other.requests() > 0 && third.requests() > 0);

        long started = System.nanoTime();
        end(journal, publishing, Duration.ofSeconds(20)); // each that never answered has a quarter of it

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(9));
    }

    @Test
    void deliversTheRestToTheOneThatWasDownAndNothingTwice() throws Exception {
        left(true, "a", "b");
        assertThat(azure.rows()).containsExactly("a PASSED", "b PASSED");
        assertThat(other.rows()).isEmpty();

        nextRun(azure, other);

        assertThat(azure.rows()).containsExactly("a PASSED", "b PASSED", "next PASSED");
        assertThat(other.rows()).containsExactlyInAnyOrder("a PASSED", "b PASSED", "next PASSED");
        assertThat(JournalInspector.inspect(folder)).isEmpty();
    }

    @Test
    void keepsWhatIsForADestinationThatIsNotSetNow() throws Exception {
        left(true, "a");

        nextRun(azure);

        assertThat(azure.rows()).containsExactly("a PASSED", "next PASSED");
        assertThat(JournalStatus.of(found()).destinations())
                .extracting(DestinationStatus::destination, DestinationStatus::done)
                .containsExactly(tuple("azure", true), tuple("other", false));

        nextRun(other);

        assertThat(other.rows()).containsExactlyInAnyOrder("a PASSED", "next PASSED");
        assertThat(JournalInspector.inspect(folder)).isEmpty();
    }

    @Test
    void owesNothingToADestinationThatWasNotSetThen() throws Exception {
        left(List.of("azure"), false, "a");

        nextRun(azure, other);

        assertThat(azure.rows()).containsExactlyInAnyOrder("a PASSED", "next PASSED");
        assertThat(other.rows()).containsExactly("next PASSED");
        assertThat(JournalInspector.inspect(folder)).isEmpty();
    }

    @Test
    void goesOnWithTheLiveRunWhenAFileOfOneThatIsRefusedComesBack() throws Exception {
        Journal old = new Journals(folder).create("old", false);
        old.append(new Event.RunStarted(new Run("gone", "title", NOON, "host", null), List.of("azure")));
        passes(old, "a");
        StoredBlob stored = old.store(new ByteArrayInputStream("page".getBytes(StandardCharsets.UTF_8)));
        old.append(new Event.AttachmentAdded(new Attachment(
                1,
                Attachment.RUN,
                1,
                "page.png",
                AttachmentType.GENERAL_ATTACHMENT,
                stored.sha256(),
                stored.size(),
                new AttachmentTarget("azure", "WorkItem", "7"),
                "")));
        old.append(new Event.RunFinished(NOON, false));
        old.close();
        azure.refuseRuns("gone");

        Journals journals = new Journals(folder);
        Journal next = journals.create("next", false);
        List<ConfiguredDestination> outlets = List.of(new ConfiguredDestination(filesAfterRefusals(), 2, "azure"));
        Publishing publishing =
                new Publishing(outlets, next, new OrphanQueue(outlets, journals), List::of, warnings::add, QUICK);
        publishing.start();
        await().until(() -> azure.files().size() == 1);
        begin(next, "azure");
        passes(next, "next");
        end(next, publishing);
        next.delete();

        assertThat(azure.rows()).containsExactly("next PASSED");
        assertThat(azure.state()).isEqualTo("Completed");
        assertThat(found().state()).isEqualTo(InspectedJournal.State.ORPHANED);
    }

    @Test
    void deliversToEachThatIsSetWhatWasKeptForNobody() throws Exception {
        left(List.of(), false, "a");

        nextRun(azure, other);

        assertThat(azure.rows()).contains("a PASSED");
        assertThat(other.rows()).contains("a PASSED");
        assertThat(JournalInspector.inspect(folder)).isEmpty();
    }

    @Test
    void setsAsideOnlyWhatIsSettledByAll() throws Exception {
        azure.refuse("a");
        left(true, "a", "b");

        nextRun(azure);
        assertThat(found().state()).isEqualTo(InspectedJournal.State.ORPHANED);
        nextRun(azure, other);

        assertThat(other.rows()).contains("a PASSED", "b PASSED");
        assertThat(found().state()).isEqualTo(InspectedJournal.State.REFUSED);
    }

    @Test
    void replaysToEachThatIsSetAndSaysWhatWaitsForTheOther() throws Exception {
        left(true, "a");

        Replay alone = replay(azure);
        assertThat(alone.outcomes())
                .extracting(ReplayOutcome::destination, ReplayOutcome::fate)
                .containsExactlyInAnyOrder(
                        tuple("", ReplayOutcome.Fate.WAITING), tuple("azure", ReplayOutcome.Fate.DELIVERED));
        assertThat(alone.outcomes())
                .extracting(ReplayOutcome::reason)
                .anyMatch(reason -> reason.contains("for other,"));
        Replay both = replay(azure, other);

        assertThat(both.outcomes())
                .extracting(ReplayOutcome::destination, ReplayOutcome::fate)
                .containsExactlyInAnyOrder(
                        tuple("azure", ReplayOutcome.Fate.DELIVERED), tuple("other", ReplayOutcome.Fate.DELIVERED));
        assertThat(azure.rows()).containsExactly("a PASSED");
        assertThat(other.rows()).containsExactly("a PASSED");
        assertThat(JournalInspector.inspect(folder)).isEmpty();
    }

    @Test
    void finishesASiblingThatDiedAtEachBeforeItShowsTheRunAsOver() throws Exception {
        Journal survivor = new Journals(folder).create("build", true);
        Publishing alive = publishing(survivor, azure, other);
        begin(survivor, "azure", "other");
        passes(survivor, "a");
        await().until(() -> azure.rows().size() == 1 && other.rows().size() == 1);
        Journal victim = new Journals(folder).create("build", true);
        begin(victim, "azure", "other");
        passes(victim, "b");
        victim.append(new Event.TestStarted(9, 1, test("c"), NOON));
        victim.close();

        end(survivor, alive);

        assertThat(azure.rows()).containsExactlyInAnyOrder("a PASSED", "b PASSED", "c ABORTED");
        assertThat(other.rows()).containsExactlyInAnyOrder("a PASSED", "b PASSED", "c ABORTED");
        assertThat(azure.runs()).hasSize(1);
        assertThat(other.runs()).hasSize(1);
        assertThat(List.of(azure.state(), other.state())).containsOnly("Completed");
        assertThat(victim.folder()).doesNotExist();
    }

    @Test
    void givesBackTheMarkThatWasWrittenDownBeforeTheRunWasCreated() throws Exception {
        azure.mark("after 17");
        azure.downWhile(() -> !azure.marks().isEmpty());
        Journal journal = journal("azure");
        Publishing first = publishing(journal, azure);
        passes(journal, "a");
        await().until(() -> !azure.marks().isEmpty());
        end(journal, first, Duration.ofMillis(10));
        journal.close();

        azure.mark("after 99");
        azure.downWhile(() -> false);
        replay(azure);

        assertThat(azure.marks()).hasSizeGreaterThan(1).containsOnly("after 17");
        assertThat(azure.rows()).containsExactly("a PASSED");
    }

    @Test
    void tellsWhatADestinationRemarked() throws Exception {
        other.remark("There is no test 77.");
        Journal journal = journal("azure", "other");
        Publishing publishing = publishing(journal, azure, other);

        end(journal, publishing);

        assertThat(publishing.published())
                .extracting(PublishResult::remarks)
                .containsExactly(List.of(), List.of("There is no test 77."));
    }

    /** Leaves a run behind that the first destination has, and the second has not, if that is down. */
    private void left(boolean otherIsDown, String... titles) throws Exception {
        left(List.of("azure", "other"), otherIsDown, titles);
    }

    private void left(List<String> destinations, boolean published, String... titles) throws Exception {
        Journal journal = journal(destinations.toArray(String[]::new));
        passes(journal, titles);
        if (published) {
            other.downWhile(() -> true);
            Publishing publishing = publishing(journal, azure, other);
            await().until(() -> azure.requests() > 1);
            end(journal, publishing, Duration.ofMillis(400));
            other.downWhile(() -> false);
        } else {
            journal.append(new Event.RunFinished(NOON, false));
        }
        journal.close();
    }

    /** Returns a service where files arrive only when a run was refused. */
    private Destination filesAfterRefusals() {
        CountDownLatch refused = new CountDownLatch(1);
        InvocationHandler calls = (proxy, method, arguments) -> {
            if (method.getName().equals("file")) {
                refused.await();
            }
            Object answer = method.invoke(azure, arguments);
            if (answer instanceof Rejected) {
                refused.countDown();
            }
            return answer;
        };
        Class<?>[] type = {Destination.class};
        return (Destination) Proxy.newProxyInstance(Destination.class.getClassLoader(), type, calls);
    }

    private void nextRun(FakeService... services) throws Exception {
        Journals journals = new Journals(folder);
        Journal next = journals.create(UUID.randomUUID().toString(), false);
        List<ConfiguredDestination> outlets = outlets(services);
        Publishing publishing =
                new Publishing(outlets, next, new OrphanQueue(outlets, journals), List::of, warnings::add, QUICK);
        publishing.start();
        begin(next, List.of(services).stream().map(FakeService::name).toArray(String[]::new));
        passes(next, "next");
        end(next, publishing);
        next.delete();
    }

    private Replay replay(FakeService... services) throws Exception {
        Replay replay = new Replay(outlets(services), new Journals(folder), warnings::add, QUICK);
        replay.start();
        assertThat(replay.await(PLENTY)).isTrue();
        return replay;
    }

    private Publishing publishing(Journal journal, FakeService... services) {
        List<ConfiguredDestination> outlets = outlets(services);
        OrphanQueue waiting = new OrphanQueue(outlets, new Journals(folder));
        Publishing publishing = new Publishing(outlets, journal, waiting, List::of, warnings::add, QUICK);
        publishing.start();
        return publishing;
    }

    private static List<ConfiguredDestination> outlets(FakeService... services) {
        return List.of(services).stream()
                .map(service -> new ConfiguredDestination(service, 2, service.name()))
                .toList();
    }

    private Journal journal(String... destinations) throws IOException {
        Journal journal = new Journals(folder).create("key", false);
        begin(journal, destinations);
        return journal;
    }

    private static void begin(Journal journal, String... destinations) throws IOException {
        Run run = new Run(UUID.randomUUID().toString(), "title", NOON, "host", null);
        journal.append(new Event.RunStarted(run, List.of(destinations)));
    }

    private static void passes(Journal journal, String... titles) throws IOException {
        for (int row = 1; row <= titles.length; row++) {
            journal.append(new Event.ResultRecorded(
                    new Result(row, 1, test(titles[row - 1]), Outcome.PASSED, NOON, Duration.ZERO, null, "")));
        }
    }

    private static void end(Journal journal, Publishing publishing) throws IOException {
        end(journal, publishing, PLENTY);
    }

    private static void end(Journal journal, Publishing publishing, Duration budget) throws IOException {
        journal.append(new Event.RunFinished(NOON, false));
        publishing.finish(budget);
    }

    private InspectedJournal found() throws IOException {
        return JournalInspector.inspect(folder).get(0).journals().get(0);
    }

    private static boolean awaits(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static TestDescription test(String title) {
        return new TestDescription(new TestId("engine", "Class", title, ""), title, List.of());
    }
}

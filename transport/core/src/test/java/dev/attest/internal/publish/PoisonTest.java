package dev.attest.internal.publish;

import dev.attest.AttachmentType;
import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.RetriedRow;
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
import dev.attest.internal.recovery.ReplayOutcome;
import dev.attest.internal.recovery.ReplayOutcome.Fate;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A service fails at each request that contains one item, and accepts all others. */
@Timeout(60)
class PoisonTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(2);
    private static final DeliverySettings QUICK =
            new DeliverySettings(SHORT, SHORT, 100, 1000, 2000, SHORT, SHORT, Duration.ofMillis(20));
    private static final Duration PLENTY = Duration.ofSeconds(30);
    private static final String POISON = "poison";
    private static final Retry FAILURE = new Retry("500 \"out of order\"", Duration.ZERO, true, false, true);

    /** What the service fails at. Each test has a second attempt, a file, a file for a work item, and a report. */
    enum Kind {
        ROW,
        ATTEMPT,
        FILE,
        TARGET_FILE,
        REPORT
    }

    @TempDir
    Path folder;

    private final FakeService service = new FakeService();
    private final AtomicInteger failures = new AtomicInteger();
    private Journal journal;

    @BeforeEach
    void open() throws IOException {
        journal = new Journals(folder).create("key", false);
        service.wantReports(ReportTrigger.AT_THE_END);
    }

    static Stream<Arguments> kindsAndPlaces() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.of("1 of 9", "5 of 9", "170 of 230").map(place -> Arguments.of(kind, place)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndPlaces")
    void deliversAllOthersAndSaysWhatWasNot(Kind kind, String place) throws Exception {
        int number = Integer.parseInt(place.split(" of ", 2)[0]);
        int tests = Integer.parseInt(place.split(" of ", 2)[1]);
        report(number, tests);

        Progress progress = published(kind, Integer.MAX_VALUE, PLENTY);

        assertThat(progress.completed()).isTrue();
        assertThat(progress.refusals())
                .hasSize(kind == Kind.ROW ? 3 : 1) // both attempts and the file
                .anySatisfy(refusal -> assertThat(refusal).contains("out of order", "accepts others"));
        assertThat(service.rows()).hasSize(kind == Kind.ROW ? tests - 1 : tests).doesNotHaveDuplicates();
        assertThat(service.attempts()).hasSize(kind == Kind.ROW || kind == Kind.ATTEMPT ? 2 * tests - 2 : 2 * tests);
        assertThat(service.attachments())
                .doesNotHaveDuplicates()
                .hasSize(kind == Kind.ROW || kind == Kind.FILE ? tests - 1 : tests);
        assertThat(service.files()).hasSize(kind == Kind.TARGET_FILE ? tests - 1 : tests);
        assertThat(service.reported())
                .hasSize(kind == Kind.REPORT || kind == Kind.ROW || kind == Kind.ATTEMPT ? tests - 1 : tests);
        assertThat(service.state()).isEqualTo("Completed");
    }

    /** Only the next run shows that the service accepts others. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void givesUpTheLastOneWithTheNextRun(Kind kind) throws Exception {
        report(1, POISON);
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));
        assertThat(published(kind, Integer.MAX_VALUE, Duration.ofMillis(300)).completed())
                .isFalse();
        journal.close();

        Journals journals = new Journals(folder);
        journal = journals.create("next", false);
        Publisher next = publisher(poisoned(kind, Integer.MAX_VALUE), journals);
        next.start();
        await().until(() -> failures.get() > 10);
        report(1, "next");
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));
        next.finish(PLENTY);

        assertThat(next.published().progress().refusals()).isEmpty();
        assertThat(folder.resolve("key")).isDirectoryContaining("glob:**.refused");
        assertThat(service.rows()).contains("next FAILED at attempt 2");
    }

    /** As a service does that is started again. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void triesAgainAtFirst(Kind kind) throws Exception {
        report(3, 9);

        Progress progress = published(kind, 4, PLENTY);

        assertThat(progress.completed()).isTrue();
        assertThat(progress.refusals()).isEmpty();
        assertThat(service.rows()).hasSize(9);
        assertThat(service.attempts()).hasSize(18).doesNotHaveDuplicates();
        assertThat(service.reported()).hasSize(9);
    }

    /** One fails, others are accepted, and then the service goes down: that it failed before proves nothing. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsAllWhenTheServiceGoesDownAfterIt(boolean answers) throws Exception {
        AtomicBoolean down = new AtomicBoolean();
        Retry outage = new Retry("out of order", Duration.ZERO, true, false, answers);
        InvocationHandler calls = (proxy, method, arguments) -> {
            boolean sends =
                    List.of("deliver", "append", "attach", "file", "report").contains(method.getName());
            boolean fails = arguments != null && isPoison(Kind.FILE, method.getName(), arguments);
            if (sends && (down.get() || fails)) {
                failures.incrementAndGet();
                return outage;
            }
            return method.invoke(service, arguments);
        };
        Class<?>[] type = {Destination.class};
        Destination destination = (Destination) Proxy.newProxyInstance(Destination.class.getClassLoader(), type, calls);
        Publisher publisher = publisher(destination, WaitingJournals.NONE);
        publisher.start();
        report(1, POISON);
        report(2, "sound");
        await().until(() -> service.attachments().size() == 1);
        down.set(true);
        for (int row = 3; row <= 9; row++) {
            report(row, "test " + row);
        }
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));
        await().until(() -> failures.get() > 60);
        publisher.finish(Duration.ofMillis(100));

        assertThat(publisher.published().progress().results().refused()).isZero();
        assertThat(publisher.published().progress().attachments().refused()).isLessThanOrEqualTo(answers ? 1 : 0);
    }

    /** Nothing tells whether the fault is with the item then. */
    @Test
    void keepsARowThatIsTheOnlyOne() throws Exception {
        report(1, 1);

        Progress progress = published(Kind.ROW, Integer.MAX_VALUE, Duration.ofMillis(500));

        assertThat(failures.get()).isGreaterThan(5);
        assertThat(progress.completed()).isFalse();
        assertThat(progress.refusals()).isEmpty();
        assertThat(progress.results().published()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void keepsAllWhenTheServiceFailsAtAllOfAKind(Kind kind) throws Exception {
        for (int row = 1; row <= 9; row++) {
            report(row, POISON + row);
        }
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));

        Progress progress = published(kind, Integer.MAX_VALUE, Duration.ofMillis(700));

        assertThat(progress.completed()).isFalse();
        assertThat(progress.refusals()).isEmpty();
    }

    static Stream<Arguments> kindsAndJournals() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.of(1, 3, 7)
                        .flatMap(heldUp -> Stream.of(true, false).map(oneRun -> Arguments.of(kind, heldUp, oneRun))));
    }

    /** Nothing in the first journals shows that the service accepts others. */
    @ParameterizedTest
    @MethodSource("kindsAndJournals")
    void deliversTheJournalsBehindThoseThatAreHeldUp(Kind kind, int heldUp, boolean oneRun) throws Exception {
        journal.close();
        for (int number = 1; number <= heldUp; number++) {
            leave(oneRun ? "key" : "key-1" + number, POISON + number);
        }
        for (int number = 1; number <= 4; number++) {
            leave(oneRun ? "key" : "key-2" + number, "good" + number);
        }

        Replay replay = replay(poisoned(kind, Integer.MAX_VALUE));
        replay.start();

        await().atMost(PLENTY).untilAsserted(() -> {
            assertThat(good(service.rows())).hasSize(4);
            assertThat(good(service.files())).hasSize(4);
            assertThat(good(service.attachments())).hasSize(4);
            assertThat(good(service.reported())).hasSize(4);
        });
        if (oneRun) {
            replay.stop(); // the members of a run have no order: one that fails may be the last
            return;
        }
        assertThat(replay.await(PLENTY)).isTrue();
        assertThat(replay.outcomes())
                .extracting(ReplayOutcome::fate)
                .filteredOn(Fate.REFUSED::equals)
                .hasSize(heldUp);
        assertThat(service.states()).containsOnly("Completed");
    }

    private static List<String> good(List<String> items) {
        return items.stream().filter(item -> item.contains("good")).toList();
    }

    private void leave(String key, String title) throws IOException {
        journal = new Journals(folder).create(key, false);
        report(1, title);
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));
        journal.close();
    }

    private Replay replay(Destination destination) {
        ConfiguredDestination outlet = new ConfiguredDestination(destination, 3, service.name());
        return new Replay(List.of(outlet), new Journals(folder), warning -> {}, QUICK);
    }

    private Progress published(Kind kind, int times, Duration budget) {
        Publisher publisher = publisher(poisoned(kind, times), WaitingJournals.NONE);
        publisher.start();
        publisher.finish(budget);
        return publisher.published().progress();
    }

    private Publisher publisher(Destination destination, WaitingJournals waiting) {
        ConfiguredDestination outlet = new ConfiguredDestination(destination, 3, service.name());
        return new Publisher(
                outlet, journal, new OrphanQueue(List.of(outlet), waiting), List::of, warning -> {}, QUICK);
    }

    private Destination poisoned(Kind kind, int times) {
        InvocationHandler calls = (proxy, method, arguments) -> {
            if (arguments != null
                    && isPoison(kind, method.getName(), arguments)
                    && failures.incrementAndGet() <= times) {
                return FAILURE;
            }
            try {
                return method.invoke(service, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        };
        Class<?>[] type = {Destination.class};
        return (Destination) Proxy.newProxyInstance(Destination.class.getClassLoader(), type, calls);
    }

    private static boolean isPoison(Kind kind, String method, @Nullable Object[] arguments) {
        return switch (kind) {
            case ROW ->
                method.equals("deliver") && argument(arguments, 1).stream().anyMatch(row -> isPoison((Result) row));
            case ATTEMPT ->
                method.equals("append")
                        && argument(arguments, 1).stream().anyMatch(row -> isPoison(((RetriedRow) row).last()));
            case FILE -> method.equals("attach") && isPoison((Attachment) arguments[3]);
            case TARGET_FILE -> method.equals("file") && isPoison((Attachment) arguments[1]);
            case REPORT -> method.equals("report") && isPoison(((ReportedRow) arguments[1]).last());
        };
    }

    private static List<?> argument(@Nullable Object[] arguments, int index) {
        return (List<?>) arguments[index];
    }

    private static boolean isPoison(@Nullable Attachment attachment) {
        return attachment != null && attachment.fileName().contains(POISON);
    }

    private static boolean isPoison(Result result) {
        return result.test().title().contains(POISON);
    }

    private void report(int poisoned, int tests) throws IOException {
        for (int row = 1; row <= tests; row++) {
            report(row, row == poisoned ? POISON : "test " + row);
        }
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));
    }

    private void report(int row, String title) throws IOException {
        if (row == 1) {
            journal.append(new Event.RunStarted(new Run(title, "nightly", NOON, "host", null), List.of()));
        }
        TestDescription test = new TestDescription(new TestId("engine", "Class", title, ""), title, List.of());
        journal.append(new Event.TestStarted(row, 1, test, NOON));
        attach(2 * row, row, title, null);
        attach(2 * row + 1, row, title, new AttachmentTarget("fake", "WorkItem", "7"));
        for (int attempt = 1; attempt <= 2; attempt++) {
            journal.append(new Event.ResultRecorded(
                    new Result(row, attempt, test, Outcome.FAILED, NOON, Duration.ofMillis(5), null, "")));
        }
    }

    private void attach(int number, int row, String name, @Nullable AttachmentTarget place) throws IOException {
        StoredBlob stored = journal.store(new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
        Attachment attachment = place == null
                ? new Attachment(
                        number, row, 1, name, AttachmentType.GENERAL_ATTACHMENT, stored.sha256(), stored.size())
                : new Attachment(
                        number,
                        row,
                        1,
                        name,
                        AttachmentType.GENERAL_ATTACHMENT,
                        stored.sha256(),
                        stored.size(),
                        place,
                        "");
        journal.append(new Event.AttachmentAdded(attachment));
    }
}

package dev.attest.internal.publish;

import dev.attest.AttachmentType;
import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.FakeService;
import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.destination.RowReview;
import dev.attest.internal.history.Judgement;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.journal.Journal;
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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service is asked about the tests at the end of their run, and what does not wait for that. */
class LiveReviewTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PLENTY = Duration.ofSeconds(60);
    private static final DeliverySettings QUICK = new DeliverySettings(
            Duration.ofMillis(5),
            Duration.ofMillis(50),
            100,
            1000,
            Duration.ofMillis(5),
            Duration.ofMillis(5),
            Duration.ofMillis(20));
    private static final RowReview NEW = new RowReview(new Judgement(Judgement.Kind.NEW, "new", 0), "", List.of());

    private static final int FILES = 5;

    @TempDir
    Path folder;

    private final FakeService service = new FakeService();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<ReviewedRow> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch attaching = new CountDownLatch(FILES);
    private final CountDownLatch reviewing = new CountDownLatch(1);
    private final CountDownLatch ahead = new CountDownLatch(1);
    private Function<List<ReviewedRow>, Review> reviewer = rows -> new Review(Map.of(1, NEW), "");
    private boolean together;
    private volatile boolean lookingFails;

    /** Steps of the publisher after the last test; it stops looking ahead in each. */
    private final AtomicInteger endingSteps = new AtomicInteger();

    private Journal journal;

    @BeforeEach
    void openJournal() throws IOException {
        journal = new Journals(folder).create("key", false);
    }

    /** The files wait for the review to begin, and it waits for the last of them. Two are uploaded at a time. */
    @Test
    void goesOnWhileFilesAreUploaded() throws Exception {
        together = true;
        for (int number = 2; number <= FILES; number++) {
            attach(number, Attachment.RUN, number + ".txt");
        }
        failedWithPicture();

        Publisher publisher = finish();

        assertThat(calls).contains("reviewed").endsWith("complete").hasSize(FILES + 3);
        assertThat(publisher.review().of(1).judgement().words()).isEqualTo("new");
        assertThat(service.state()).isEqualTo("Completed");
    }

    /** Everything is uploaded, and the publisher takes a few steps more. */
    @Test
    void isOverBeforeTheRunIsCompleted() throws Exception {
        reviewer = rows -> {
            int before = endingSteps.get();
            Awaitility.await()
                    .until(() -> calls.contains("complete")
                            || (calls.contains("attach") && endingSteps.get() >= before + 5));
            calls.add("over");
            return Review.NONE;
        };
        failedWithPicture();

        finish();

        assertThat(calls).endsWith("over", "complete");
    }

    /** The last results need the connections. */
    @Test
    void looksNoFurtherAheadWhenTheTestsAreOver() throws Exception {
        failed();
        Publisher publisher = publisher();
        publisher.start();
        assertThat(ahead.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(endingSteps).hasValue(0);
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));

        publisher.finish(Duration.ofSeconds(20));

        assertThat(endingSteps.get()).isPositive();
    }

    /** A test may use up the memory in the midst of it. */
    @Test
    void costsItsRemarksOnlyIfItFails() throws Exception {
        lookingFails = true;
        failed();
        Publisher publisher = publisher();
        publisher.start();
        assertThat(ahead.await(10, TimeUnit.SECONDS)).isTrue();
        attach(1, 1, "shot.png");
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));

        publisher.finish(Duration.ofSeconds(20));

        assertThat(journal.isPossiblyApplied()).as("a step has failed").isFalse();
        assertThat(calls).containsOnlyOnce("deliver").endsWith("complete");
        assertThat(publisher.published().progress().completed()).isTrue();
    }

    @Test
    void takesTheAddressOfAPictureFromItsUpload() throws Exception {
        failedWithPicture();

        Publisher publisher = finish();

        assertThat(asked)
                .singleElement()
                .satisfies(row -> assertThat(row.looksForPicture()).isFalse());
        assertThat(publisher.review().of(1)).isEqualTo(NEW.with("http://fake/shot.png"));
    }

    @Test
    void looksForPicturesIfAnEarlierDeliveryHasUploadedFiles() throws Exception {
        attach(7, Attachment.RUN, "run.txt");
        failedWithPicture();
        journal.acks(service.name()).append(new Ack.AttachmentDelivered(7, false));

        finish();

        assertThat(asked)
                .singleElement()
                .satisfies(row -> assertThat(row.looksForPicture()).isTrue());
        assertThat(calls).containsExactly("deliver", "attach", "reviewed", "complete");
    }

    /** The end has less to ask then. */
    @Test
    void beginsWhileTestsRun() throws Exception {
        failed();

        Publisher publisher = publisher();
        publisher.start();

        assertThat(ahead.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(calls).doesNotContain("complete");
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));
        publisher.finish(PLENTY);
        assertThat(calls).contains("reviewed").endsWith("complete");
    }

    @Test
    void costsTheRunNothingIfItFails() throws Exception {
        reviewer = rows -> {
            throw new IllegalStateException("broken");
        };
        failedWithPicture();

        Publisher publisher = finish();

        assertThat(publisher.published().progress().completed()).isTrue();
        assertThat(publisher.review().of(1).picture()).isEqualTo("http://fake/shot.png");
    }

    private Publisher finish() throws InterruptedException {
        Publisher publisher = publisher();
        publisher.start();
        publisher.finish(PLENTY);
        return publisher;
    }

    private Publisher publisher() {
        Destination watched = (Destination) Proxy.newProxyInstance(
                Destination.class.getClassLoader(),
                new Class<?>[] {Destination.class},
                (proxy, method, arguments) -> call(method, arguments));
        ConfiguredDestination outlet = new ConfiguredDestination(watched, 2, service.name());
        List<ReviewedTest> failed = List.of(new ReviewedTest(1, test(), Outcome.FAILED, 1, 5));
        OrphanQueue orphans = new OrphanQueue(List.of(outlet), WaitingJournals.NONE);
        return new Publisher(outlet, journal, orphans, () -> failed, warning -> {}, QUICK);
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "review" -> {
                reviewing.countDown();
                failIfWanted();
                return reviewed(arguments);
            }
            case "attach" -> {
                attaching.countDown();
                await(reviewing);
                calls.add("attach");
                method.invoke(service, arguments);
                Attachment file = (Attachment) arguments[3];
                return new Accepted(List.of("7"), "http://fake/" + file.fileName(), Duration.ZERO);
            }
            case "lookAhead" -> {
                ahead.countDown();
                failIfWanted();
            }
            case "stopLookingAhead" -> endingSteps.incrementAndGet();
            case "deliver", "complete" -> calls.add(method.getName());
            default -> {}
        }
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private void failIfWanted() {
        if (lookingFails) {
            throw new OutOfMemoryError("of a test");
        }
    }

    private Review reviewed(Object[] arguments) throws InterruptedException {
        await(attaching);
        asked.addAll(
                ((List<?>) arguments[1]).stream().map(ReviewedRow.class::cast).toList());
        calls.add("reviewed");
        return reviewer.apply(asked);
    }

    private void await(CountDownLatch latch) throws InterruptedException {
        assertThat(!together || latch.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private void failedWithPicture() throws IOException {
        failed();
        attach(1, 1, "shot.png");
        journal.append(new Event.RunFinished(NOON.plusSeconds(1), false));
    }

    private void failed() throws IOException {
        journal.append(new Event.RunStarted(new Run("token", "title", NOON, "host", null), List.of()));
        journal.append(new Event.ResultRecorded(
                new Result(1, 1, test(), Outcome.FAILED, NOON, Duration.ofMillis(5), null, "")));
    }

    private void attach(int number, int row, String name) throws IOException {
        StoredBlob stored = journal.store(new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
        journal.append(new Event.AttachmentAdded(new Attachment(
                number, row, 1, name, AttachmentType.GENERAL_ATTACHMENT, stored.sha256(), stored.size())));
    }

    private static TestDescription test() {
        return new TestDescription(new TestId("engine", "Class", "a", ""), "a", List.of());
    }
}

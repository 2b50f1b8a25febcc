package dev.attest.internal.delivery;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.destination.Review;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.destination.RowReview;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.journal.AckLog;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Delivers one journal to one destination, a step at a time.
 *
 * <p>A request counts as applied only when its acknowledgement is recorded. After a crash at any point, the next
 * delivery repeats the request and looks first whether the previous attempt was applied.
 */
public final class RunDelivery {

    private final DeliveryContext context;
    private final AckLog acks;
    private final CircuitBreaker breaker;
    private final DeliveryState state;
    private final JournalFeed feed;
    private final ResultDelivery results;
    private final AttachmentDelivery attachments;
    private final ReportDelivery reports;
    private final UploadedPictures pictures;
    private final Progress initialProgress;
    private final SharedRunCoordinator coordinator;
    private final boolean sameRun;
    private boolean dropped;
    private boolean journalEnded;

    /** When results are sent that are fewer than a request may hold. */
    private long nextDelivery = System.nanoTime();

    /**
     * @param sameRun whether the journal belongs to the run of this JVM; if not, and if the journal has no last event,
     *     the run is completed as aborted
     * @param tried tells of the folder of another journal of the run whether its delivery was tried. The run is not
     *     left while one of a dead JVM was not.
     */
    RunDelivery(
            Journal journal,
            Destination destination,
            CircuitBreaker breaker,
            DeliverySettings settings,
            Uploads uploads,
            Acceptances acceptances,
            boolean sameRun,
            Predicate<Path> tried)
            throws IOException {
        ReportTrigger reportTrigger = destination.reports();
        boolean reportsWanted = reportTrigger != ReportTrigger.NONE;
        JournalIndex index = new JournalIndex(journal, reportsWanted);
        this.sameRun = sameRun;
        this.breaker = breaker;
        this.state = new DeliveryState(destination.name(), reportTrigger);
        this.acks = journal.acks(destination.name());
        for (Ack ack : acks.recorded()) {
            ack.accept(state);
        }
        requireSameAddress(destination.address());
        this.initialProgress = state.progress();
        this.feed = new JournalFeed(journal, state, index, reportsWanted);
        this.context = new DeliveryContext(
                journal, destination, breaker, settings, uploads, acceptances, state, index, this::record);
        this.coordinator = new SharedRunCoordinator(context, tried);
        this.results = new ResultDelivery(context);
        this.pictures = new UploadedPictures(initialProgress.attachments().published() == 0);
        this.attachments = new AttachmentDelivery(context, pictures);
        this.reports = new ReportDelivery(context);
    }

    private void requireSameAddress(String address) throws IOException {
        Ack.RunCreated created = state.created();
        if (created != null && !created.address().equals(address)) {
            throw new IOException("it belongs to a run at " + created.address() + ", and results go to " + address
                    + " now. A run with the former settings delivers it.");
        }
    }

    public Progress progress() {
        Progress progress = state.progress();
        return isDone() && state.isDelivered() ? progress.asCompleted() : progress;
    }

    /** Returns the address of the page that shows a row; empty if the service does not have it. */
    public String page(int row) {
        Ack.RunCreated created = state.created();
        Ack.Row at = state.results().row(row);
        return created == null || at == null || !at.placed()
                ? ""
                : context.destination().page(created.runId(), at.resultId());
    }

    /** Begins to look at earlier results of tests, while others run. Does not block. */
    public void lookAhead(List<ReviewedTest> tests) {
        if (state.created() != null && breaker.allowsRequests()) {
            context.destination().lookAhead(tests);
        }
    }

    /**
     * Returns what looks at what the service knows of tests. Any thread may run it.
     *
     * @param until value of {@link System#nanoTime}
     */
    public Supplier<Review> review(List<ReviewedTest> tests, long until) {
        Ack.RunCreated created = state.created();
        List<ReviewedRow> rows = new ArrayList<>();
        for (ReviewedTest test : tests) {
            Ack.Row at = state.results().row(test.row());
            if (at != null && at.placed()) {
                String attempt = state.results().attemptId(test.row(), test.attempt());
                rows.add(new ReviewedRow(
                        test,
                        at.resultId(),
                        attempt == null || attempt.isEmpty() ? null : attempt,
                        test.hasFailedOnce() && !pictures.isComplete()));
            }
        }
        Destination destination = context.destination();
        return created == null || rows.isEmpty()
                ? () -> Review.NONE
                : () -> destination.review(created.runId(), rows, until);
    }

    /** Returns the review with the pictures of these tests that were uploaded. Everything is delivered before. */
    public Review withPictures(Review review, List<ReviewedTest> tests) {
        Map<Integer, RowReview> rows = new HashMap<>(review.rows());
        for (ReviewedTest test : tests) {
            String picture = pictures.of(test.row(), test.attempt());
            if (test.hasFailedOnce() && !picture.isEmpty()) {
                rows.put(test.row(), review.of(test.row()).with(picture));
            }
        }
        return new Review(rows, review.trouble());
    }

    /** Returns the progress without the counts of earlier deliveries of the same journal. */
    public Progress ownProgress() {
        return state.progress().since(initialProgress);
    }

    public Journal journal() {
        return context.journal();
    }

    /** Returns whether nothing is left to do, now and later. */
    public boolean isDone() {
        boolean withoutRun = !state.needsRun()
                && feed.hasReadAll()
                && journalEnded
                && state.attachments().targetFiles() == 0;
        // The coverage of the run may wait, and is not known before the journal is read.
        return (feed.hasReadAll() && state.progress().completed()) || withoutRun;
    }

    /**
     * Sends at most one blocking request and starts the uploads that are ready.
     *
     * @param ended whether the journal has its last event; results do not wait for others then
     * @return whether more may be ready at once
     */
    public boolean step(boolean ended) throws IOException {
        journalEnded = ended;
        boolean read = read();
        if (mayEarlierRequestsTakeEffect()) {
            return read;
        }
        if (breaker.allowsRequests()) {
            attachments.startTargetFiles();
        }
        if (!breaker.allowsRequests() || !state.needsRun()) {
            return read;
        }
        Ack.RunCreated created = state.created();
        if (created == null || (state.results().size() > 0 && !coordinator.hasEntered())) {
            return enter(Objects.requireNonNull(state.run()));
        }
        String runId = created.runId();
        attachments.start(runId); // while the rows of others are sent
        boolean delivered = deliverResults(runId, ended || feed.isEnded());
        if (breaker.allowsRequests()) {
            attachments.start(runId);
            reports.start(runId);
        }
        return delivered || read;
    }

    /** Until the service has processed what an earlier delivery sent last, nothing shows whether it takes effect. */
    private boolean mayEarlierRequestsTakeEffect() {
        Journal journal = context.journal();
        return journal.isPossiblyApplied()
                && journal.sinceEarlierDelivery().compareTo(context.settings().pauseInDoubt()) < 0;
    }

    /** Returns whether all is delivered that belongs to the run, and it can be left. */
    public boolean isReadyToLeave() {
        return feed.isEnded()
                && state.needsRun()
                && state.isReadyToComplete()
                && !state.isCompleted()
                && breaker.allowsRequests();
    }

    /**
     * Returns whether the service has all that a review looks at. Files may follow, if this delivery knows each picture
     * by its upload. Bugs may be filed until the reports are done.
     */
    public boolean isReadyToReview() {
        return isReadyToLeave()
                || (pictures.isComplete()
                        && feed.isEnded()
                        && state.allAttemptsDone()
                        && state.reports().isEmpty()
                        && breaker.allowsRequests());
    }

    /** Returns whether files are uploaded or wait for that; the coverage of a run waits until it is completed. */
    public boolean hasUploads() {
        return state.attachments().size() > state.attachments().coverageOfRun();
    }

    /**
     * Returns whether the service has failed at some of what is left, and requests are allowed: if a step has sent
     * nothing, something else may be sent before this is tried again.
     */
    public boolean isHeldUp() {
        boolean hasFailures = results.hasFailures() || attachments.hasFailures() || reports.hasFailures();
        return hasFailures && context.uploads().isEmpty() && breaker.allowsRequests();
    }

    /** Leaves the run, and completes it if no other JVM takes part. Returns whether this succeeded or was rejected. */
    public boolean leave() throws IOException {
        Event.RunFinished finished = state.finished();
        boolean aborted = finished == null ? !sameRun : finished.cutOff();
        Instant at = finished == null ? Instant.now() : finished.at();
        DeliveryResult outcome = coordinator.leave(state.created(), at, aborted);
        if (outcome instanceof Rejected rejected) {
            state.completionRefused("The run could not be completed. " + rejected.reason());
        }
        boolean done = outcome != null && outcome.done();
        if (done) {
            record(new Ack.RunCompleted());
        }
        return done;
    }

    /** Reads what there is room for. Returns whether the journal holds more. */
    private boolean read() throws IOException {
        boolean any = false;
        for (boolean more = true; more; ) {
            int room = context.settings().readAhead() - state.results().size();
            more = room > 0 && feed.read(room);
            any |= more;
            more &= !feed.hasReadAll();
        }
        return any && !feed.hasReadAll();
    }

    private boolean enter(Run run) throws IOException {
        Ack.RunCreated previous = state.created();
        Ack.RunCreated created = coordinator.enter(run, previous);
        if (created != null && !created.equals(previous)) {
            record(created);
        }
        return created != null;
    }

    private boolean deliverResults(String runId, boolean flush) throws IOException {
        boolean due = flush || System.nanoTime() - nextDelivery >= 0;
        boolean delivered = results.createRows(runId, due, feed.hasReadAll());
        if (breaker.allowsRequests()) {
            delivered |= results.addAttempts(runId, due);
        }
        if (delivered) {
            nextDelivery = System.nanoTime() + context.settings().flush().toNanos();
        }
        return delivered;
    }

    /** Stops recording. Requests in progress are possibly applied, and the next delivery looks for them. */
    public void drop() {
        dropped = true;
    }

    private void record(Ack ack) throws IOException {
        if (!dropped) {
            acks.append(ack);
            ack.accept(state);
        }
    }
}

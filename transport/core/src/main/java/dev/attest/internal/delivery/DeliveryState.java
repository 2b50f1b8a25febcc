package dev.attest.internal.delivery;

import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Event.EvidenceMoved;
import dev.attest.internal.journal.event.Event.RunFinished;
import dev.attest.internal.journal.event.Event.TestStarted;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.TestDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recorded events of one journal that one destination has not acknowledged yet. Takes events; {@link #receipts}
 * takes receipts. Not thread-safe.
 */
public final class DeliveryState implements Event.Visitor {

    private final String destination;
    private final PendingResults results = new PendingResults();
    private final PendingAttachments attachments = new PendingAttachments();
    private final PendingReports reports;
    private final Acknowledgements acknowledgements;
    private final RunningTests running = new RunningTests();
    private final Map<Integer, EvidenceMoved> moved = new HashMap<>();
    private @Nullable Run run;
    private @Nullable RunFinished finished;
    private boolean over;

    /**
     * Starts with an empty state.
     *
     * @param destination its name; empty for none in particular, to which all files go
     * @param wanted when it is told of rows as a whole
     */
    public DeliveryState(String destination, ReportTrigger wanted) {
        this.destination = destination;
        this.reports = new PendingReports(wanted);
        this.acknowledgements = new Acknowledgements(results, attachments, reports);
    }

    PendingResults results() {
        return results;
    }

    PendingAttachments attachments() {
        return attachments;
    }

    PendingReports reports() {
        return reports;
    }

    Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    /** Returns what takes the receipts of the destination. */
    public Ack.Visitor receipts() {
        return acknowledgements;
    }

    /** Returns where the run is at the service; empty before the service had it. */
    public String address() {
        Ack.RunCreated created = acknowledgements.created();
        return created == null ? "" : created.address();
    }

    /** Returns whether the journal's part of the run is over at the service. */
    public boolean isCompleted() {
        return acknowledgements.isCompleted();
    }

    @Nullable
    Run run() {
        return run;
    }

    /** Returns how the JVM said that nothing would follow, or null. */
    @Nullable
    RunFinished finished() {
        return finished;
    }

    /** Returns whether anything happened that is worth a run: one that began, and has a test. */
    boolean isWorthARun() {
        return run != null && (acknowledgements.created() != null || results.size() > 0 || !running.isEmpty());
    }

    /** Returns the test that runs in a row, or null. */
    @Nullable
    TestDescription running(int row) {
        return running.get(row);
    }

    /** Returns how much waits. A test that was settled does not run, even if its JVM died before its result. */
    public Backlog backlog() {
        int tests = running.count(test -> !results.isSettled(test.row(), test.attempt()));
        return new Backlog(results.size(), attachments.size(), attachments.placed(), tests);
    }

    /** Returns whether more than one attempt at a row is known of. */
    boolean isRetried(int row) {
        return running.isRetried(row);
    }

    /** Returns whether no event can follow. */
    boolean isOver() {
        return over;
    }

    /** Returns whether no attempt can follow, and the service has, or has refused, each. */
    boolean isOverAndDone() {
        return over && results.size() == 0;
    }

    /** Returns the rows of which something was read that the service has not. */
    Set<Integer> incompleteRows() {
        Set<Integer> rows = attachments.rows();
        rows.addAll(results.waitingRows());
        return rows;
    }

    /** Returns whether the service has, or has refused, all that was read so far. */
    boolean isDelivered() {
        return results.size() == 0 && attachments.size() == 0 && reports.isEmpty();
    }

    public Progress progress() {
        return acknowledgements.progress(acknowledgements.isCompleted() && isDelivered());
    }

    /** Gives each test that was running when its JVM died a result that says so; returns those. */
    List<Result> abandonRunning() {
        List<Result> abandoned = running.cutOff();
        abandoned.forEach(this::resultRecorded);
        end();
        return abandoned;
    }

    /** What was attached while something was prepared, and it never became known for which test, goes to the run. */
    private void end() {
        over = true;
        Set<Integer> waiting = results.waitingRows();
        attachments.move(
                attachment -> !attachment.ofRun()
                        && results.row(attachment.row()) == null
                        && !running.contains(attachment.row())
                        && !waiting.contains(attachment.row())
                        && !results.isRefused(attachment.row(), attachment.attempt()),
                attachment -> attachment.at(Attachment.RUN, 1));
    }

    @Override
    public void runStarted(Event.RunStarted started) {
        run = started.run();
    }

    @Override
    public void testsPlanned(List<TestDescription> tests) {
        // NeverStarted reads them again if it comes to that
    }

    @Override
    public void testStarted(TestStarted test) {
        running.started(test);
    }

    @Override
    public void resultRecorded(Result result) {
        running.ended(result);
        results.add(result);
        reports.add(result);
    }

    @Override
    public void attachmentAdded(Attachment attachment) {
        EvidenceMoved elsewhere = moved.get(attachment.row());
        AttachmentTarget place = attachment.place();
        if (place == null || destination.isEmpty() || place.destination().equals(destination)) {
            attachments.add(elsewhere == null ? attachment : attachment.at(elsewhere.row(), elsewhere.attempt()));
        }
    }

    @Override
    public void evidenceMoved(EvidenceMoved evidence) {
        moved.put(evidence.from(), evidence);
        attachments.move(
                attachment -> attachment.row() == evidence.from(),
                attachment -> attachment.at(evidence.row(), evidence.attempt()));
    }

    @Override
    public void runFinished(RunFinished event) {
        finished = event;
        end();
    }
}

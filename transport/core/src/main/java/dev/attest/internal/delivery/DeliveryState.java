package dev.attest.internal.delivery;

import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Failure;
import dev.attest.spi.TestDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The recorded events of one journal that one destination has not acknowledged yet, and the counts of the others. The
 * acknowledgements of earlier JVMs come before the events.
 */
public final class DeliveryState implements Event.Visitor, Ack.Visitor {

    private final String destination;
    private final boolean counts;
    private final PendingResults results = new PendingResults();
    private final PendingAttachments attachments = new PendingAttachments();
    private final PendingReports reports;
    private final RunningTests running = new RunningTests();
    private final Map<Integer, Event.EvidenceMoved> moves = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private Tally resultTally = Tally.none();
    private Tally attachmentTally = Tally.none();
    private @Nullable Run run;
    private Ack.@Nullable RunCreated created;
    private Event.@Nullable RunFinished finished;
    private boolean ended;
    private boolean completed;
    private boolean hasRows;
    private boolean recovered;

    /** When the first test started that the journal tells of. */
    private Instant begun = Instant.EPOCH;

    /**
     * Creates an empty state.
     *
     * @param destination name of the destination; if empty, the files for all destinations count
     */
    public DeliveryState(String destination, ReportTrigger reportTrigger) {
        this(destination, reportTrigger, false);
    }

    private DeliveryState(String destination, ReportTrigger reportTrigger, boolean counts) {
        this.destination = destination;
        this.counts = counts;
        this.reports = new PendingReports(reportTrigger);
    }

    /** Creates an empty state that counts results without keeping them: a journal may have more than the memory. */
    public static DeliveryState counting(String destination) {
        return new DeliveryState(destination, ReportTrigger.NONE, true);
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

    RunningTests running() {
        return running;
    }

    /** Returns the address of the service that has the run; empty before the run is created. */
    public String address() {
        return created == null ? "" : created.address();
    }

    /** Returns whether this journal has left the run. The last one to leave completes the run. */
    public boolean isCompleted() {
        return completed;
    }

    @Nullable
    Run run() {
        return run;
    }

    /** Returns whether the journal does not say which run it is of. */
    boolean isRecovered() {
        return recovered;
    }

    private void noteStart(Instant at) {
        begun = begun.equals(Instant.EPOCH) || at.isBefore(begun) ? at : begun;
    }

    /** Returns the run at the service, or null. */
    Ack.@Nullable RunCreated created() {
        return created;
    }

    /** Returns the last event of the JVM, or null. */
    Event.@Nullable RunFinished finished() {
        return finished;
    }

    /**
     * Returns whether a run exists at the service, or is needed because a test has started. The line that names the run
     * may be damaged, and those of its rows not.
     */
    boolean needsRun() {
        return run != null && (created != null || hasRows || results.size() > 0 || !running.isEmpty());
    }

    /**
     * Returns what is not acknowledged. A test with an acknowledged attempt does not count as running, even if the JVM
     * died before it recorded the result.
     */
    public Backlog backlog() {
        int tests = 0;
        for (Event.TestStarted test : running.all()) {
            tests += results.isDone(test.row(), test.attempt()) ? 0 : 1;
        }
        return new Backlog(results.size(), attachments.size(), attachments.targetFiles(), tests);
    }

    /** Returns whether no event can follow. */
    boolean isEnded() {
        return ended;
    }

    /** Returns whether no attempt can follow and the service has accepted or refused each. */
    boolean allAttemptsDone() {
        return ended && results.size() == 0;
    }

    /** Returns the rows with undelivered attempts or attachments. */
    Set<Integer> incompleteRows() {
        Set<Integer> rows = attachments.rows();
        rows.addAll(results.waitingRows());
        return rows;
    }

    /**
     * Returns whether the service has accepted or refused all that the run has to have when this journal leaves it. The
     * coverage of the run follows: the last journal completes the run, and the service merges the results that it sees
     * then. Files for other targets may follow: the run does not have them, and the service may fail at them for ever.
     */
    boolean isReadyToComplete() {
        int following = attachments.coverageOfRun() + attachments.targetFiles();
        return results.size() == 0 && attachments.size() == following && reports.isEmpty();
    }

    /** Returns whether the service has accepted or refused everything read so far. */
    boolean isDelivered() {
        return results.size() == 0 && attachments.size() == 0 && reports.isEmpty();
    }

    public Progress progress() {
        String url = created == null ? "" : created.url();
        return new Progress(resultTally, attachmentTally, url, completed && isDelivered(), refusals);
    }

    /** Records that the service refused to complete the run. */
    void completionRefused(String reason) {
        refusals.add(reason);
    }

    /** Supplies a run if the line that holds it is damaged. */
    void ensureRun() {
        if (run == null && (created != null || hasRows || results.size() > 0 || attachments.size() > 0)) {
            recovered = true;
            run = new Run(UUID.randomUUID().toString(), "Recovered: the start of this run is damaged", begun, "", null);
        }
    }

    /**
     * Records a result for each running test: the one that the framework reported, else an aborted one. Returns them,
     * without those of attempts that are acknowledged.
     *
     * @param cause of an aborted one
     */
    List<Result> endRunning(Failure cause) {
        List<Result> missing = new ArrayList<>();
        for (Result last : running.last(cause)) {
            if (results.isDone(last.row(), last.attempt())) {
                running.ended(last);
            } else {
                resultRecorded(last);
                missing.add(last);
            }
        }
        end();
        return missing;
    }

    /** Attachments of a setup whose test never became known go to the run. */
    private void end() {
        ended = true;
        attachments.move(
                attachment -> !attachment.ofRun()
                        && results.row(attachment.row()) == null
                        && running.get(attachment.row()) == null
                        && !results.isWaiting(attachment.row())
                        && !results.isRefused(attachment.row(), attachment.attempt()),
                attachment -> attachment.at(Attachment.RUN, 1));
    }

    @Override
    public void runStarted(Event.RunStarted started) {
        run = started.run();
    }

    @Override
    public void testsPlanned(List<TestDescription> tests) {
        // NeverStarted reads them
    }

    @Override
    public void testStarted(Event.TestStarted test) {
        noteStart(test.at());
        running.started(test);
    }

    @Override
    public void attemptStopped(Event.AttemptStopped stopped) {
        running.stopped(stopped);
    }

    @Override
    public void resultRecorded(Result result) {
        noteStart(result.started());
        running.ended(result);
        if (counts) {
            results.count(result);
        } else {
            results.add(result);
            reports.add(result);
        }
    }

    @Override
    public void attachmentAdded(Attachment attachment) {
        Event.EvidenceMoved move = moves.get(attachment.row());
        AttachmentTarget target = attachment.place();
        if (target == null || destination.isEmpty() || target.destination().equals(destination)) {
            attachments.add(move == null ? attachment : attachment.at(move.row(), move.attempt()));
        }
    }

    @Override
    public void evidenceMoved(Event.EvidenceMoved moved) {
        moves.put(moved.from(), moved);
        attachments.move(
                attachment -> attachment.row() == moved.from(),
                attachment -> attachment.at(moved.row(), moved.attempt()));
    }

    @Override
    public void runFinished(Event.RunFinished event) {
        finished = event;
        end();
    }

    @Override
    public void runCreated(Ack.RunCreated ack) {
        created = ack;
    }

    @Override
    public void rowsCreated(Ack.RowsCreated ack) {
        hasRows = true;
        for (Ack.Row row : ack.rows()) {
            results.created(row);
            resultTally = resultTally.plusAccepted(row.placed());
        }
    }

    @Override
    public void attemptsAppended(Ack.AttemptsAppended ack) {
        for (Ack.Attempt attempt : ack.attempts()) {
            // The second attempt of a row comes with the first one again.
            if (results.appended(attempt)) {
                Ack.Row row = results.row(attempt.row());
                resultTally = resultTally.plusAccepted(row == null || row.placed());
            }
        }
    }

    @Override
    public void attachmentDelivered(Ack.AttachmentDelivered ack) {
        attachments.markDone(ack.number());
        attachmentTally = attachmentTally.plusAccepted(!ack.leftOut());
    }

    @Override
    public void resultRefused(Ack.ResultRefused ack) {
        results.refuse(ack.row(), ack.attempt());
        reports.markDone(ack.row(), ack.attempt());
        resultTally = resultTally.plusRefused();
        refusals.add(ack.reason());
    }

    @Override
    public void attachmentRefused(Ack.AttachmentRefused ack) {
        attachments.markDone(ack.number());
        attachmentTally = attachmentTally.plusRefused();
        refusals.add(ack.reason());
    }

    @Override
    public void rowReported(Ack.RowReported ack) {
        reports.markDone(ack.row(), ack.attempt());
    }

    @Override
    public void reportRefused(Ack.ReportRefused ack) {
        reports.markDone(ack.row(), ack.attempt());
        refusals.add(ack.reason());
    }

    @Override
    public void runCompleted() {
        completed = true;
    }
}

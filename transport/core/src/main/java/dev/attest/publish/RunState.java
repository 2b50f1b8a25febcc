package dev.attest.publish;

import dev.attest.journal.event.Ack;
import dev.attest.journal.event.Attachment;
import dev.attest.journal.event.Event;
import dev.attest.journal.event.Event.EvidenceMoved;
import dev.attest.journal.event.Event.RunFinished;
import dev.attest.journal.event.Event.TestStarted;
import dev.attest.journal.event.Result;
import dev.attest.journal.event.Run;
import dev.attest.model.Failure;
import dev.attest.model.Outcome;
import dev.attest.model.Place;
import dev.attest.model.TestDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a journal asks for, less what its receipts say is settled. Not thread-safe: the publisher's thread owns it. */
final class RunState implements Event.Visitor, Ack.Visitor {

    final WaitingResults results = new WaitingResults();
    final WaitingAttachments attachments = new WaitingAttachments();
    final WaitingReports reports;
    final RecordedFiles files;
    private final String destination;
    private final Map<Integer, TestStarted> running = new LinkedHashMap<>();
    private final Set<Integer> retried = new HashSet<>();
    private final Map<Integer, EvidenceMoved> moved = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private Tally resultTally = Tally.none();
    private Tally attachmentTally = Tally.none();
    private @Nullable Run run;
    private Ack.@Nullable RunCreated created;
    private @Nullable RunFinished finished;
    private boolean completed;
    private boolean over;

    /**
     * @param destination name of the one that is asked for it
     * @param reports of rows
     * @param files told of all that belongs to rows
     */
    RunState(String destination, WaitingReports reports, RecordedFiles files) {
        this.destination = destination;
        this.reports = reports;
        this.files = files;
    }

    @Nullable
    Run run() {
        return run;
    }

    /** Returns the run that the service made, or null. */
    Ack.@Nullable RunCreated created() {
        return created;
    }

    /** Notes that the service would not show the run as over. */
    void completionRefused(String reason) {
        refusals.add(reason);
    }

    /** Returns how the JVM said that nothing would follow, or null. */
    @Nullable
    RunFinished finished() {
        return finished;
    }

    boolean isCompleted() {
        return completed;
    }

    /** Returns whether anything happened that is worth a run: one that began, and has a test. */
    boolean isWorthARun() {
        return run != null && (created != null || results.size() > 0 || !running.isEmpty());
    }

    /** Returns the test that runs in a row, or null. */
    @Nullable
    TestDescription running(int row) {
        TestStarted started = running.get(row);
        return started == null ? null : started.test();
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

    /** Returns whether an attachment is put elsewhere, and it is known which test put it there. */
    boolean isReadyForItsPlace(Attachment attachment) {
        return attachment.place() != null
                && (over
                        || attachment.ofRun()
                        || running.containsKey(attachment.row())
                        || results.isKnown(attachment.row(), attachment.attempt()));
    }

    /** Returns whether it is known what becomes of an attachment that belongs to its run or result. */
    boolean isReady(Attachment attachment) {
        return attachment.place() == null && isTargetKnown(attachment);
    }

    private boolean isTargetKnown(Attachment attachment) {
        return target(attachment) != null || isWithoutRow(attachment);
    }

    /**
     * Returns where an attachment goes; null while, or when, it can go nowhere. What the only attempt at a test made
     * belongs to its row and is there at once; where more than one attempt is known of, each waits for a place of its own.
     */
    @Nullable
    AttachmentTarget target(Attachment attachment) {
        if (attachment.ofRun()) {
            return over && results.size() == 0 ? AttachmentTarget.RUN : null;
        }
        Ack.Row row = results.row(attachment.row());
        if (row == null) {
            return null;
        }
        String attempt = results.attempt(attachment.row(), attachment.attempt());
        if (attempt != null) {
            return new AttachmentTarget(row.resultId(), attempt.isEmpty() ? null : attempt);
        }
        boolean onlyAttempt = attachment.attempt() == row.attempt() && !retried.contains(row.row());
        return onlyAttempt || isSettled(row.row()) || results.isRefused(attachment.row(), attachment.attempt())
                ? new AttachmentTarget(row.resultId(), null)
                : null;
    }

    private boolean isWithoutRow(Attachment attachment) {
        return results.row(attachment.row()) == null && results.isRefused(attachment.row(), attachment.attempt());
    }

    /** Returns whether no further attempt at this row can follow. */
    private boolean isSettled(int row) {
        return over && !running.containsKey(row) && results.of(row).isEmpty();
    }

    /** Returns whether the service has, or has refused, all that was read so far. */
    boolean isDelivered() {
        return results.size() == 0 && attachments.isEmpty() && reports.isEmpty();
    }

    Progress progress() {
        String url = created == null ? "" : created.url();
        return new Progress(resultTally, attachmentTally, url, completed && isDelivered(), refusals);
    }

    /** Gives each test that was running when its JVM died a result that says so; returns those. */
    List<Result> abandonRunning() {
        List<Result> abandoned = new ArrayList<>();
        for (TestStarted test : running.values()) {
            abandoned.add(new Result(
                    test.row(),
                    test.attempt(),
                    test.test(),
                    Outcome.ABORTED,
                    test.at(),
                    Duration.ZERO,
                    Failure.because("The JVM ended while this test was running."),
                    ""));
        }
        abandoned.forEach(this::resultRecorded);
        over = true;
        giveOrphansToTheRun();
        return abandoned;
    }

    /** What was attached while something was prepared, and it never became known for which test. */
    private void giveOrphansToTheRun() {
        Set<Integer> waiting = results.waitingRows();
        attachments.move(
                attachment -> !attachment.ofRun()
                        && results.row(attachment.row()) == null
                        && !running.containsKey(attachment.row())
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
        running.put(test.row(), test);
        if (test.attempt() > 1) {
            retried.add(test.row());
        }
    }

    @Override
    public void resultRecorded(Result result) {
        running.remove(result.row());
        if (result.retried() || result.attempt() > 1) {
            retried.add(result.row());
        }
        results.add(result);
        reports.add(result);
    }

    @Override
    public void attachmentAdded(Attachment attachment) {
        EvidenceMoved elsewhere = moved.get(attachment.row());
        Attachment own = elsewhere == null ? attachment : attachment.at(elsewhere.row(), elsewhere.attempt());
        Place place = own.place();
        if (place == null) {
            files.add(own);
        }
        if (place == null || place.destination().equals(destination)) {
            attachments.add(own);
        }
    }

    @Override
    public void evidenceMoved(EvidenceMoved evidence) {
        moved.put(evidence.from(), evidence);
        files.move(evidence);
        attachments.move(
                attachment -> attachment.row() == evidence.from(),
                attachment -> attachment.at(evidence.row(), evidence.attempt()));
    }

    @Override
    public void runFinished(RunFinished event) {
        finished = event;
        over = true;
        giveOrphansToTheRun();
    }

    @Override
    public void runCreated(Ack.RunCreated receipt) {
        created = receipt;
    }

    @Override
    public void rowsCreated(Ack.RowsCreated created) {
        for (Ack.Row row : created.rows()) {
            results.created(row);
            resultTally = resultTally.plusTaken(row.placed());
        }
    }

    @Override
    public void attemptsAppended(Ack.AttemptsAppended appended) {
        for (Ack.Attempt attempt : appended.attempts()) {
            if (results.appended(attempt)) {
                Ack.Row row = results.row(attempt.row());
                resultTally = resultTally.plusTaken(row == null || row.placed());
            }
        }
    }

    @Override
    public void attachmentDelivered(Ack.AttachmentDelivered delivered) {
        attachments.settle(delivered.number());
        attachmentTally = attachmentTally.plusTaken(!delivered.leftOut());
    }

    @Override
    public void resultRefused(Ack.ResultRefused refused) {
        results.refuse(refused.row(), refused.attempt());
        reports.settle(refused.row(), refused.attempt());
        resultTally = resultTally.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void attachmentRefused(Ack.AttachmentRefused refused) {
        attachments.settle(refused.number());
        attachmentTally = attachmentTally.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void rowReported(Ack.RowReported reported) {
        reports.settle(reported.row(), reported.attempt());
    }

    @Override
    public void reportRefused(Ack.ReportRefused refused) {
        reports.settle(refused.row(), refused.attempt());
        refusals.add(refused.reason());
    }

    @Override
    public void runCompleted() {
        completed = true;
    }
}

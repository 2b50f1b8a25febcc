package dev.attest.publish;

import dev.attest.model.Attachment;
import dev.attest.model.Event;
import dev.attest.model.Event.EvidenceMoved;
import dev.attest.model.Event.TestStarted;
import dev.attest.model.Failure;
import dev.attest.model.Outcome;
import dev.attest.model.Receipt;
import dev.attest.model.Result;
import dev.attest.model.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a journal asks for, less what its receipts say is settled. Not thread-safe: the publisher's thread owns it. */
final class RunState implements Event.Handler, Receipt.Handler {

    final WaitingResults results = new WaitingResults();
    final WaitingAttachments attachments = new WaitingAttachments();
    private final Map<Integer, TestStarted> running = new LinkedHashMap<>();
    private final Map<Integer, EvidenceMoved> moved = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private Tally resultTally = Tally.none();
    private Tally attachmentTally = Tally.none();
    private @Nullable Run run;
    private @Nullable String runId;
    private String url = "";
    private @Nullable String address;
    private @Nullable Instant finishedAt;
    private boolean completed;

    @Nullable
    Run run() {
        return run;
    }

    /** Returns the id that the service gave the run, or null. */
    @Nullable
    String runId() {
        return runId;
    }

    /** Returns the address of the destination that created the run, or null. */
    @Nullable
    String address() {
        return address;
    }

    /** Notes that the service would not show the run as over. */
    void completionRefused(String reason) {
        refusals.add(reason);
    }

    /** Returns when the JVM said that its tests were over, or null. */
    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    boolean isCompleted() {
        return completed;
    }

    /** Returns whether anything happened that is worth a run: one that began, and has a test. */
    boolean isWorthARun() {
        return run != null && (runId != null || results.size() > 0 || !running.isEmpty());
    }

    boolean isReady(Attachment attachment) {
        return attachment.ofRun()
                ? completed
                : results.id(attachment.row()) != null || results.isRefused(attachment.row(), attachment.attempt());
    }

    /** Returns whether the run can be shown as over: only its own attachments are left. */
    boolean isDeliveredButForCompletion() {
        return results.size() == 0 && attachments.onlyOfRun();
    }

    Progress progress() {
        boolean nothingLeft = results.size() == 0 && attachments.isEmpty();
        return new Progress(resultTally, attachmentTally, url, completed && nothingLeft, refusals);
    }

    /** Gives each test that was running when its JVM died a result that says so. */
    void abandonRunning() {
        for (TestStarted test : running.values()) {
            results.add(new Result(
                    test.row(),
                    test.attempt(),
                    test.test(),
                    Outcome.ABORTED,
                    test.at(),
                    Duration.ZERO,
                    Failure.because("The JVM ended while this test was running."),
                    ""));
        }
        running.clear();
        giveOrphansToTheRun();
    }

    /** What was attached while something was prepared, and it never became known for which test. */
    private void giveOrphansToTheRun() {
        Set<Integer> waiting = results.rows();
        attachments.move(
                attachment -> !attachment.ofRun()
                        && results.id(attachment.row()) == null
                        && !running.containsKey(attachment.row())
                        && !waiting.contains(attachment.row())
                        && !results.isRefused(attachment.row(), attachment.attempt()),
                attachment -> attachment.at(Attachment.RUN, 1));
    }

    @Override
    public void runStarted(Run started) {
        run = started;
    }

    @Override
    public void testStarted(TestStarted test) {
        running.put(test.row(), test);
    }

    @Override
    public void resultRecorded(Result result) {
        running.remove(result.row());
        results.add(result);
    }

    @Override
    public void attachmentAdded(Attachment attachment) {
        EvidenceMoved elsewhere = moved.get(attachment.row());
        attachments.add(elsewhere == null ? attachment : attachment.at(elsewhere.row(), elsewhere.attempt()));
    }

    @Override
    public void evidenceMoved(EvidenceMoved evidence) {
        moved.put(evidence.from(), evidence);
        attachments.move(
                attachment -> attachment.row() == evidence.from(),
                attachment -> attachment.at(evidence.row(), evidence.attempt()));
    }

    @Override
    public void runFinished(Instant at) {
        finishedAt = at;
        giveOrphansToTheRun();
    }

    @Override
    public void runCreated(Receipt.RunCreated created) {
        runId = created.runId();
        address = created.address();
        url = created.url();
    }

    @Override
    public void rowsCreated(Receipt.RowsCreated created) {
        for (Receipt.Row row : created.rows()) {
            results.created(row.row(), row.attempt(), row.resultId());
        }
        resultTally = resultTally.plusPublished(created.rows().size());
    }

    @Override
    public void attemptDelivered(Receipt.AttemptDelivered delivered) {
        results.settle(delivered.row(), delivered.attempt());
        resultTally = resultTally.plusPublished(1);
    }

    @Override
    public void attachmentDelivered(int number) {
        attachments.settle(number);
        attachmentTally = attachmentTally.plusPublished(1);
    }

    @Override
    public void resultRefused(Receipt.ResultRefused refused) {
        results.refuse(refused.row(), refused.attempt());
        resultTally = resultTally.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void attachmentRefused(Receipt.AttachmentRefused refused) {
        attachments.settle(refused.number());
        attachmentTally = attachmentTally.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void runCompleted() {
        completed = true;
    }
}

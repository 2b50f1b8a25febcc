package dev.attest.publish;

import dev.attest.model.Attachment;
import dev.attest.model.Event;
import dev.attest.model.Receipt;
import dev.attest.model.Result;
import dev.attest.model.Run;
import dev.attest.model.TestDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what a journal holds, without keeping it. The receipts come before the events, or after them. */
final class Count implements Event.Handler, Receipt.Handler {

    private record Attempt(int row, int number) {}

    private final Set<Attempt> recorded = new HashSet<>();
    private final Set<Attempt> running = new HashSet<>();
    private final Set<Attempt> settled = new HashSet<>();
    private final Set<Integer> files = new HashSet<>();
    private final Set<Integer> settledFiles = new HashSet<>();
    private final List<String> refusals = new ArrayList<>();
    private Tally results = Tally.none();
    private Tally attachments = Tally.none();
    private @Nullable Run run;
    private Receipt.@Nullable RunCreated created;
    private boolean closed;

    Standing standing(int unreadable) {
        recorded.removeAll(settled);
        running.removeAll(settled);
        files.removeAll(settledFiles);
        return new Standing(
                run,
                created == null ? "" : created.url(),
                created == null ? "" : created.address(),
                results,
                attachments,
                recorded.size(),
                files.size(),
                running.size(),
                closed,
                refusals,
                unreadable);
    }

    @Override
    public void runStarted(Run started) {
        run = started;
    }

    @Override
    public void testsPlanned(List<TestDescription> tests) {
        // not known to be missing before the JVM is known to be dead
    }

    @Override
    public void testStarted(Event.TestStarted test) {
        running.add(new Attempt(test.row(), test.attempt()));
    }

    @Override
    public void resultRecorded(Result result) {
        running.remove(new Attempt(result.row(), result.attempt()));
        recorded.add(new Attempt(result.row(), result.attempt()));
    }

    @Override
    public void attachmentAdded(Attachment attachment) {
        files.add(attachment.number());
    }

    @Override
    public void evidenceMoved(Event.EvidenceMoved moved) {
        // says where it goes, not how much it is
    }

    @Override
    public void runFinished(Event.RunFinished finished) {
        // the receipts tell whether the service knows
    }

    @Override
    public void runCreated(Receipt.RunCreated receipt) {
        created = receipt;
    }

    @Override
    public void rowsCreated(Receipt.RowsCreated rows) {
        rows.rows().forEach(row -> published(new Attempt(row.row(), row.attempt())));
    }

    @Override
    public void attemptsAppended(Receipt.AttemptsAppended appended) {
        appended.attempts().forEach(attempt -> published(new Attempt(attempt.row(), attempt.attempt())));
    }

    @Override
    public void attachmentDelivered(int number) {
        settledFiles.add(number);
        attachments = attachments.plusPublished(1);
    }

    @Override
    public void resultRefused(Receipt.ResultRefused refused) {
        settled.add(new Attempt(refused.row(), refused.attempt()));
        results = results.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void attachmentRefused(Receipt.AttachmentRefused refused) {
        settledFiles.add(refused.number());
        attachments = attachments.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void runCompleted() {
        closed = true;
    }

    private void published(Attempt attempt) {
        // The first attempt of a row comes a second time when another follows it.
        if (settled.add(attempt)) {
            results = results.plusPublished(1);
        }
    }
}

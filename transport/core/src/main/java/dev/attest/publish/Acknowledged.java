package dev.attest.publish;

import dev.attest.journal.event.Ack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what one destination acknowledged and refused of a journal. */
final class Acknowledged implements Ack.Visitor {

    record Attempt(int row, int number) {}

    private final Set<Attempt> settled = new HashSet<>();
    private final Set<Integer> leftOut = new HashSet<>();
    private final Set<Integer> settledFiles = new HashSet<>();
    private final List<String> refusals = new ArrayList<>();
    private Tally results = Tally.none();
    private Tally attachments = Tally.none();
    private Ack.@Nullable RunCreated created;
    private boolean closed;

    /**
     * Returns how far the destination has it.
     *
     * @param files by number, with the name of the destination that each is put on a thing of, if any
     */
    Share share(String destination, Set<Attempt> recorded, Set<Attempt> running, Map<Integer, String> files) {
        int own = waiting(files, "");
        int placed = destination.isEmpty() ? files.size() - own : waiting(files, destination);
        return new Share(
                destination,
                created == null ? "" : created.url(),
                created == null ? "" : created.address(),
                results,
                attachments,
                waiting(recorded),
                own + placed,
                placed,
                waiting(running),
                closed,
                refusals);
    }

    private int waiting(Set<Attempt> attempts) {
        return (int)
                attempts.stream().filter(attempt -> !settled.contains(attempt)).count();
    }

    private int waiting(Map<Integer, String> files, String destination) {
        return (int) files.entrySet().stream()
                .filter(file -> file.getValue().equals(destination) && !settledFiles.contains(file.getKey()))
                .count();
    }

    @Override
    public void runCreated(Ack.RunCreated receipt) {
        created = receipt;
    }

    @Override
    public void rowsCreated(Ack.RowsCreated rows) {
        for (Ack.Row row : rows.rows()) {
            if (!row.placed()) {
                leftOut.add(row.row());
            }
            taken(new Attempt(row.row(), row.attempt()));
        }
    }

    @Override
    public void attemptsAppended(Ack.AttemptsAppended appended) {
        appended.attempts().forEach(attempt -> taken(new Attempt(attempt.row(), attempt.attempt())));
    }

    @Override
    public void attachmentDelivered(Ack.AttachmentDelivered delivered) {
        settledFiles.add(delivered.number());
        attachments = attachments.plusTaken(!delivered.leftOut());
    }

    @Override
    public void resultRefused(Ack.ResultRefused refused) {
        settled.add(new Attempt(refused.row(), refused.attempt()));
        results = results.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void attachmentRefused(Ack.AttachmentRefused refused) {
        settledFiles.add(refused.number());
        attachments = attachments.plusRefused(1);
        refusals.add(refused.reason());
    }

    @Override
    public void rowReported(Ack.RowReported reported) {
        // what is not reported keeps the run open
    }

    @Override
    public void reportRefused(Ack.ReportRefused refused) {
        refusals.add(refused.reason());
    }

    @Override
    public void runCompleted() {
        closed = true;
    }

    private void taken(Attempt attempt) {
        // The first attempt of a row comes a second time when another follows it.
        if (settled.add(attempt)) {
            results = results.plusTaken(!leftOut.contains(attempt.row()));
        }
    }
}

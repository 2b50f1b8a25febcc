package dev.attest.internal.destination;

import dev.attest.internal.journal.event.Result;
import java.util.List;

/**
 * A row whose last attempt did not pass.
 *
 * @param resultId id of the row at the service
 * @param attempts all attempts that were not refused, in order; never empty
 * @param evidence attachments of all attempts, in order, without files for other targets
 */
public record ReportedRow(String resultId, List<Result> attempts, List<AttachedContent> evidence) {

    public ReportedRow {
        attempts = List.copyOf(attempts);
        evidence = List.copyOf(evidence);
    }

    /** Returns the last attempt. It determines the outcome of the row. */
    public Result last() {
        return attempts.get(attempts.size() - 1);
    }
}

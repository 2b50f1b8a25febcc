package dev.attest.internal.destination;

import dev.attest.internal.journal.event.Result;
import java.util.List;

/**
 * A row whose last attempt did not pass, as a whole.
 *
 * @param resultId the id that the service gave the row
 * @param attempts all that were not refused, in order; never empty
 * @param evidence what was attached to any of them, in order, but for what was put on another place
 */
public record ReportedRow(String resultId, List<Result> attempts, List<AttachedContent> evidence) {

    /** Copies the lists. */
    public ReportedRow {
        attempts = List.copyOf(attempts);
        evidence = List.copyOf(evidence);
    }

    /** Returns the attempt whose outcome counts. */
    public Result last() {
        return attempts.get(attempts.size() - 1);
    }
}

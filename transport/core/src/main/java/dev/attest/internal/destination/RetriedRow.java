package dev.attest.internal.destination;

import dev.attest.internal.journal.event.Result;
import java.util.List;

/**
 * A row whose test has more than one attempt.
 *
 * @param resultId id of the row at the service
 * @param attempts all attempts so far, from the one that created the row
 * @param known how many of them, from the first, the service is known to store as attempts
 */
public record RetriedRow(String resultId, List<Result> attempts, int known) {

    public RetriedRow {
        attempts = List.copyOf(attempts);
    }

    /** Returns the attempts to add. */
    public List<Result> missing() {
        return attempts.subList(known, attempts.size());
    }

    /** Returns the last attempt. It determines the outcome of the row. */
    public Result last() {
        return attempts.get(attempts.size() - 1);
    }
}

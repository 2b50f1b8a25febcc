package dev.attest.internal.destination;

import dev.attest.internal.journal.event.Result;
import java.util.List;

/**
 * A row whose test was tried more than once.
 *
 * @param resultId the id that the service gave the row
 * @param attempts all attempts so far, from the one that the row was made for
 * @param known how many of them, from the first, are known to be kept by the service as attempts
 */
public record RetriedRow(String resultId, List<Result> attempts, int known) {

    public RetriedRow {
        attempts = List.copyOf(attempts);
    }

    /** Returns the attempts that are to be added. */
    public List<Result> missing() {
        return attempts.subList(known, attempts.size());
    }

    /** Returns the attempt whose outcome counts. */
    public Result last() {
        return attempts.get(attempts.size() - 1);
    }
}

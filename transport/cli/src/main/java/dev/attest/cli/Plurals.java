package dev.attest.cli;

import dev.attest.internal.status.JournalStatus;
import java.util.ArrayList;
import java.util.List;

/** Numbers with their nouns. */
final class Plurals {

    private Plurals() {}

    /** Returns such as {@code 1 result} or {@code 3 results}. */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns such as {@code 3 results and 1 attachment}. */
    static String both(int results, int attachments) {
        return count(results, "result") + " and " + count(attachments, "attachment");
    }

    /** Returns what waits in a journal, such as {@code 3 results and 1 attachment}. */
    static String waiting(JournalStatus standing) {
        List<String> parts = new ArrayList<>();
        if (standing.waitingResults() + standing.waitingAttachments() > 0) {
            parts.add(both(standing.waitingResults(), standing.waitingAttachments()));
        }
        if (standing.running() > 0) {
            parts.add(count(standing.running(), "test") + " that did not end");
        }
        if (parts.isEmpty() && standing.worthDelivering() && !standing.closed()) {
            parts.add("the end of the run");
        }
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }
}

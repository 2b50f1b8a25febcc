package dev.attest.model;

import java.util.List;

/** One thing that a destination acknowledged or refused, kept beside the journal so that it is never sent twice. */
public sealed interface Receipt {

    /** The service gave the run an id, and an address that shows it to people. */
    record RunCreated(String runId, String url) implements Receipt {}

    /** The service gave each of these rows an id. The lists are of one length and order. */
    record RowsCreated(List<Integer> rows, List<String> resultIds) implements Receipt {

        public RowsCreated {
            rows = List.copyOf(rows);
            resultIds = List.copyOf(resultIds);
            if (rows.size() != resultIds.size()) {
                throw new IllegalArgumentException(rows.size() + " rows, but " + resultIds.size() + " ids");
            }
        }
    }

    /** The service took a later attempt at a row that it knew. */
    record AttemptDelivered(int row, int attempt) implements Receipt {}

    /** The service took an attachment. */
    record AttachmentDelivered(int number) implements Receipt {}

    /** The service refused an attempt for good: it is set aside. */
    record ResultRefused(int row, int attempt, String reason) implements Receipt {}

    /** The service refused an attachment for good: it is set aside. */
    record AttachmentRefused(int number, String reason) implements Receipt {}

    /** The service shows the run as over. */
    record RunCompleted() implements Receipt {}
}

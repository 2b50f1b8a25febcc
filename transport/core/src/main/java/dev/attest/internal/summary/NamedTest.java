package dev.attest.internal.summary;

import dev.attest.internal.destination.RowReview;
import dev.attest.spi.Outcome;
import java.util.Objects;

/**
 * A test that a summary names.
 *
 * @param attempts number of its attempts
 * @param millis duration of the last one
 * @param message first line of the reason why it did not pass, cut; empty if it passed
 * @param file path of the source file below the root of the checkout, with slashes; empty if it was not found
 * @param line in that file, from 1; 0 without a file
 * @param page address of the result at the service; empty if it is not known
 * @param review what the service knows besides
 */
record NamedTest(
        String title,
        Outcome outcome,
        int attempts,
        long millis,
        String message,
        String file,
        int line,
        String page,
        RowReview review) {

    public NamedTest {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(review, "review");
    }

    /** Returns what earlier results say; empty if nothing is known. */
    String history() {
        return review.judgement().words();
    }

    boolean isLocated() {
        return line > 0;
    }
}

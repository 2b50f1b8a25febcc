package dev.attest.internal.destination;

import dev.attest.internal.history.ReviewedTest;
import java.util.Objects;

/**
 * The row of a test whose past is of interest.
 *
 * @param resultId id of the row, as the destination has given it
 */
public record ReviewedRow(ReviewedTest test, String resultId) {

    public ReviewedRow {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(resultId, "resultId");
    }
}

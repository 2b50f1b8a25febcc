package dev.attest.internal.destination;

import dev.attest.internal.history.ReviewedTest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The row of a test whose past is of interest.
 *
 * @param resultId id of the row, as the destination has given it
 * @param attemptId id of the last attempt; null if the service does not store it separately
 */
public record ReviewedRow(
        ReviewedTest test, String resultId, @Nullable String attemptId) {

    public ReviewedRow {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(resultId, "resultId");
    }
}

package dev.attest.internal.destination;

import dev.attest.internal.history.ReviewedTest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The row of a test whose past is of interest.
 *
 * @param resultId id of the row, as the destination has given it
 * @param attemptId id of the last attempt; null if the service does not store it separately
 * @param looksForPicture whether the service has to be asked for a picture of the last attempt
 */
public record ReviewedRow(
        ReviewedTest test, String resultId, @Nullable String attemptId, boolean looksForPicture) {

    public ReviewedRow {
        Objects.requireNonNull(test, "test");
        Objects.requireNonNull(resultId, "resultId");
    }
}

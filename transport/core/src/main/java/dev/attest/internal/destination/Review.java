package dev.attest.internal.destination;

import java.util.Map;
import java.util.Objects;

/**
 * What a service knows of the results of a run besides what was sent to it.
 *
 * @param rows by the rows of the tests; those without anything to tell are missing
 * @param trouble why some could not be looked at; empty if all were
 */
public record Review(Map<Integer, RowReview> rows, String trouble) {

    public static final Review NONE = new Review(Map.of(), "");

    public Review {
        rows = Map.copyOf(rows);
        Objects.requireNonNull(trouble, "trouble");
    }

    /** Returns whether there is nothing to tell. {@code equals} of a record would load forty classes for it. */
    public boolean isEmpty() {
        return rows.isEmpty() && trouble.isEmpty();
    }

    /** Returns what is known of a row. */
    public RowReview of(int row) {
        return rows.getOrDefault(row, RowReview.NONE);
    }
}

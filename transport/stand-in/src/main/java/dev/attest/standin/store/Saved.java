package dev.attest.standin.store;

import java.util.List;

/** A result after a request, and the ids of the sub-results that the request added to its top level. */
public record Saved(ResultRow row, List<Integer> addedSubResults) {

    /** Copies the list. */
    public Saved {
        addedSubResults = List.copyOf(addedSubResults);
    }
}

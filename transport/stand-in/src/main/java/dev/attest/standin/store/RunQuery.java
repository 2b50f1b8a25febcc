package dev.attest.standin.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query for runs, ordered by id. A criterion that is null or empty matches every run.
 *
 * @param project the project; case does not matter
 * @param references for each kind the values of which a run has one
 */
public record RunQuery(
        @Nullable String project,
        @Nullable Instant updatedFrom,
        @Nullable Instant updatedTo,
        @Nullable String name,
        @Nullable String state,
        @Nullable Boolean automated,
        Map<RunReference, List<String>> references,
        int skip,
        int top,
        boolean newestFirst) {

    /** Copies the map. */
    public RunQuery {
        references = Map.copyOf(references);
    }

    /** Returns the query for the newest runs of all projects. */
    public static RunQuery newest(int skip, int top) {
        return new RunQuery(null, null, null, null, null, null, Map.of(), skip, top, true);
    }
}

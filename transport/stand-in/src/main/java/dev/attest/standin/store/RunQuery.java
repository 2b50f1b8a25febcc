package dev.attest.standin.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query for runs, ordered by id. A criterion that is null or empty matches every run.
 *
 * @param project the project; case does not matter
 */
public record RunQuery(
        @Nullable String project,
        @Nullable Instant updatedFrom,
        @Nullable Instant updatedTo,
        @Nullable String name,
        @Nullable String state,
        @Nullable Boolean automated,
        List<Integer> buildIds,
        int skip,
        int top,
        boolean newestFirst) {

    /** Copies the list. */
    public RunQuery {
        buildIds = List.copyOf(buildIds);
    }

    /** Returns the query for the newest runs of all projects. */
    public static RunQuery newest(int skip, int top) {
        return new RunQuery(null, null, null, null, null, null, List.of(), skip, top, true);
    }
}

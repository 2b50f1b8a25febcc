package dev.attest.standin.store;

import java.time.Instant;

/**
 * A query for the results of a test, newest first.
 *
 * @param name the automated name; tests of all storages match
 * @param from the earliest completion
 * @param definitionId the build definition; 0 for all
 * @param branch the branch; empty for all
 * @param environments whether the results of stages of releases are wanted, and not those of builds
 * @param environmentId the definition of the stage; 0 for all
 * @param after the place in the list after which the page begins
 */
public record HistoryQuery(
        String project,
        String name,
        Instant from,
        int definitionId,
        String branch,
        boolean environments,
        int environmentId,
        Place after) {

    /** The place of a result in the list. */
    public record Place(Instant completedAt, int runId, int resultId) {

        /** Returns the place before all results that were completed until this time. */
        public static Place until(Instant time) {
            return new Place(time, Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
    }
}

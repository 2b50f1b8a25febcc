package dev.attest.standin.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run as it is kept. */
public record RunRow(
        int id,
        String project,
        String name,
        String state,
        @Nullable Integer buildId,
        boolean automated,
        int revision,
        Instant createdAt,
        Instant updatedAt,
        String document) {

    /** Returns whether the run is over. */
    public boolean over() {
        return state.equals("Completed") || state.equals("Aborted");
    }
}

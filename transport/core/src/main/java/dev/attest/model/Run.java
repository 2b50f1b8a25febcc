package dev.attest.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of tests, before any service gave it an id.
 *
 * @param token random text that no other run has, by which it is found again when the reply to its creation was lost
 * @param title what people read in the list of runs
 * @param started when its first test began
 * @param computer name of the host
 * @param pipeline where in a pipeline it runs, or null outside one
 * @param acrossHosts whether JVMs of other hosts know the same token, and all of them share what the first creates
 */
public record Run(
        String token,
        String title,
        Instant started,
        String computer,
        @Nullable Pipeline pipeline,
        boolean acrossHosts) {

    /** Makes a run of this host alone. */
    public Run(String token, String title, Instant started, String computer, @Nullable Pipeline pipeline) {
        this(token, title, started, computer, pipeline, false);
    }

    /** Returns the same run, known by another token, which no other host knows. */
    public Run with(String otherToken) {
        return new Run(otherToken, title, started, computer, pipeline);
    }
}

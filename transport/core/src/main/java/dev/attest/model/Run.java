package dev.attest.model;

import java.time.Instant;
import java.util.Objects;
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
 * @param mark what a destination wrote down before it created the run, to tell later whether it did; may be empty
 */
public record Run(
        String token,
        String title,
        Instant started,
        String computer,
        @Nullable Pipeline pipeline,
        boolean acrossHosts,
        String mark) {

    public Run {
        Objects.requireNonNull(mark, "mark");
    }

    /** Makes a run that no destination has marked. */
    public Run(
            String token,
            String title,
            Instant started,
            String computer,
            @Nullable Pipeline pipeline,
            boolean acrossHosts) {
        this(token, title, started, computer, pipeline, acrossHosts, "");
    }

    /** Makes a run of this host alone. */
    public Run(String token, String title, Instant started, String computer, @Nullable Pipeline pipeline) {
        this(token, title, started, computer, pipeline, false);
    }

    /** Returns the same run, known by another token, which no other host knows. */
    public Run with(String otherToken) {
        return new Run(otherToken, title, started, computer, pipeline);
    }

    /** Returns the same run with what a destination wrote down before it creates it. */
    public Run marked(String written) {
        return new Run(token, title, started, computer, pipeline, acrossHosts, written);
    }
}

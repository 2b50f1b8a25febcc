package dev.attest.internal.journal.event;

import dev.attest.internal.config.origin.Origin;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A test run, independent of any service.
 *
 * @param token random text, unique to this run; finds the run at the service if the reply to its creation was lost
 * @param title title in the list of runs
 * @param started start of the first test
 * @param computer name of the host
 * @param pipeline job of the pipeline, or null outside a pipeline
 * @param origin where the run comes from, for people
 * @param acrossHosts whether JVMs of other hosts use the same token and share the run that the first one creates
 * @param mark note of a destination, written before it created the run; tells later whether the run was created; may be
 *     empty
 */
public record Run(
        String token,
        String title,
        Instant started,
        String computer,
        @Nullable Pipeline pipeline,
        Origin origin,
        boolean acrossHosts,
        String mark) {

    public Run {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(started, "started");
        Objects.requireNonNull(computer, "computer");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(mark, "mark");
    }

    /** Creates a run of unknown origin, of this host only, without a mark. */
    public Run(String token, String title, Instant started, String computer, @Nullable Pipeline pipeline) {
        this(token, title, started, computer, pipeline, false, "");
    }

    /** Creates a run of unknown origin. */
    public Run(
            String token,
            String title,
            Instant started,
            String computer,
            @Nullable Pipeline pipeline,
            boolean acrossHosts,
            String mark) {
        this(token, title, started, computer, pipeline, Origin.UNKNOWN, acrossHosts, mark);
    }

    /** Returns a copy with another token and without a mark, of this host only. */
    public Run with(String otherToken) {
        return new Run(otherToken, title, started, computer, pipeline, origin, false, "");
    }

    public Run from(Origin otherOrigin) {
        return new Run(token, title, started, computer, pipeline, otherOrigin, acrossHosts, mark);
    }

    public Run marked(String written) {
        return new Run(token, title, started, computer, pipeline, origin, acrossHosts, written);
    }
}

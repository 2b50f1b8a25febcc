package dev.attest.internal.attribution;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures how long a test runs. What Attest does when the test starts and ends does not count. Thread-safe. */
public final class Stopwatch {

    private long started = System.nanoTime();
    private @Nullable Long stopped;

    Stopwatch() {}

    /** Begins again, unless it was stopped. */
    synchronized void restart() {
        if (stopped == null) {
            started = System.nanoTime();
        }
    }

    /**
     * Stops it, unless it was stopped before.
     *
     * @param nanos value of {@link System#nanoTime}
     */
    public synchronized void stop(long nanos) {
        if (stopped == null) {
            stopped = nanos;
        }
    }

    /** Returns the time from the start to the stop; zero if it was stopped before it started. */
    public synchronized Duration time() {
        if (stopped == null) {
            throw new IllegalStateException("not stopped");
        }
        return Duration.ofNanos(Math.max(0, stopped - started));
    }
}

package dev.attest.internal.recorder;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Writes the run and its tests to the journal. The run begins with the first event, so that a JVM that only discovers
 * tests leaves nothing behind. Thread-safe.
 */
final class RunJournal {

    /** Number of planned tests in one journal line. */
    private static final int PLANNED_PER_LINE = 200;

    private final Journal journal;
    private final Function<Instant, Run> run;
    private final List<String> destinations;
    private final Clock clock;
    private Instant startedAt = Instant.EPOCH;
    private long startedNanos;
    private volatile boolean begun;
    private volatile boolean closed;

    RunJournal(Journal journal, Function<Instant, Run> run, Collection<String> destinations, Clock clock) {
        this.journal = journal;
        this.run = run;
        this.destinations = List.copyOf(new TreeSet<>(destinations));
        this.clock = clock;
    }

    /** Begins the run if it has not begun; returns the current time. */
    synchronized Instant begin() throws IOException {
        Instant now = clock.instant();
        if (!begun) {
            startedAt = now;
            startedNanos = System.nanoTime();
            journal.append(new Event.RunStarted(run.apply(now), destinations));
            begun = true;
        }
        return now;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Returns whether tests are no longer recorded. */
    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    void planned(List<TestDescription> tests) throws IOException {
        for (int from = 0; from < tests.size(); from += PLANNED_PER_LINE) {
            begin();
            journal.append(
                    new Event.TestsPlanned(tests.subList(from, Math.min(tests.size(), from + PLANNED_PER_LINE))));
        }
    }

    void started(RowAttempt at, TestDescription test, Instant time) throws IOException {
        journal.append(new Event.TestStarted(at.row(), at.attempt(), test, time));
    }

    /** Records that the attachments of a reserved row belong to this attempt. */
    void moved(int row, RowAttempt to) throws IOException {
        journal.append(new Event.EvidenceMoved(row, to.row(), to.attempt()));
    }

    /** @param cutOff whether the JVM was shut down while tests ran */
    void finish(boolean cutOff) throws IOException {
        if (begun) {
            journal.append(new Event.RunFinished(end(), cutOff));
        }
    }

    /** Returns the current time, unless the clock was set back: then the start and what has passed since. */
    private synchronized Instant end() {
        Instant now = clock.instant();
        Instant elapsed = startedAt.plusNanos(System.nanoTime() - startedNanos);
        return now.isBefore(elapsed) ? elapsed : now;
    }
}

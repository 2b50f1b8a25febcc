package dev.attest.internal.recorder;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The run in the journal: begins with the first thing that is written, so that a JVM that only looks for tests leaves
 * nothing behind, and ends once. Thread-safe.
 */
final class RunJournal {

    /** How many planned tests make a line. */
    private static final int PLANNED = 200;

    private final Journal journal;
    private final Function<Instant, Run> run;
    private final List<String> destinations;
    private final Clock clock;
    private volatile boolean begun;
    private volatile boolean over;

    /**
     * @param run makes the run, from the moment at which it begins
     * @param destinations names of those that it is for
     */
    RunJournal(Journal journal, Function<Instant, Run> run, Collection<String> destinations, Clock clock) {
        this.journal = journal;
        this.run = run;
        this.destinations = destinations.stream().sorted().toList();
        this.clock = clock;
    }

    /** Begins the run, if nothing did before; returns the time. */
    synchronized Instant begin() throws IOException {
        Instant now = clock.instant();
        if (!begun) {
            journal.append(new Event.RunStarted(run.apply(now), destinations));
            begun = true;
        }
        return now;
    }

    /** Returns whether there was anything at all. */
    boolean hasBegun() {
        return begun;
    }

    /** Returns whether what happens now is not part of the run any more. */
    boolean isOver() {
        return over;
    }

    /** Takes nothing more from tests. */
    void close() {
        over = true;
    }

    /** Writes down what is to be run. */
    void planned(List<TestDescription> tests) throws IOException {
        for (int from = 0; from < tests.size(); from += PLANNED) {
            begin();
            journal.append(new Event.TestsPlanned(tests.subList(from, Math.min(tests.size(), from + PLANNED))));
        }
    }

    /** Writes down that an attempt begins. */
    void started(RowAttempt place, TestDescription test, Instant at) throws IOException {
        journal.append(new Event.TestStarted(place.row(), place.attempt(), test, at));
    }

    /** Writes down which attempt it was that something was prepared for. */
    void moved(int row, RowAttempt to) throws IOException {
        journal.append(new Event.EvidenceMoved(row, to.row(), to.attempt()));
    }

    /** Writes down that what was prepared was for no test. */
    void movedToRun(int row) throws IOException {
        journal.append(new Event.EvidenceMoved(row, Attachment.RUN, 1));
    }

    /**
     * Writes down that nothing will follow.
     *
     * @param cutOff whether the tests did not come to their end
     */
    void finish(boolean cutOff) throws IOException {
        if (begun) {
            journal.append(new Event.RunFinished(clock.instant(), cutOff));
            journal.force();
        }
    }
}

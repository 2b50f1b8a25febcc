package dev.attest.internal.delivery;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.LineReader;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import java.io.IOException;
import java.util.List;

/** Reads the events of one journal into the state and the index of its delivery. Not thread-safe. */
final class JournalFeed {

    private final Journal journal;
    private final LineReader<Event> reader;
    private final DeliveryState state;
    private final JournalIndex index;
    private final boolean reportsWanted;
    private boolean readAll;
    private boolean over;

    JournalFeed(Journal journal, DeliveryState state, JournalIndex index, boolean reportsWanted) {
        this.journal = journal;
        this.reader = journal.reader();
        this.state = state;
        this.index = index;
        this.reportsWanted = reportsWanted;
    }

    /** Returns whether the last read reached the end of the journal. */
    boolean hasReadAll() {
        return readAll;
    }

    /** Returns whether no event can follow, and all that were missing are supplied. */
    boolean isEnded() {
        return over;
    }

    /** Reads up to {@code max} events. Returns whether there were any. */
    boolean read(int max) throws IOException {
        int events = 0;
        for (boolean more = true; more && events < max; ) {
            long position = reader.position();
            List<Event> next = reader.read(1);
            for (Event event : next) {
                index.note(event, position);
                event.accept(state);
            }
            more = !next.isEmpty();
            events += next.size();
        }
        readAll = events < max;
        if (!over && readAll && (state.finished() != null || journal.adopted())) {
            over = true;
            end();
        }
        return events > 0;
    }

    /** A damaged or rejected line may be the end of a test, or the start of the run. */
    private void end() throws IOException {
        Event.RunFinished finished = state.finished();
        boolean aborted = finished == null || finished.cutOff();
        for (Result result : state.endRunning(aborted ? RunningTests.JVM_ENDED : RunningTests.NO_RECORD)) {
            index.keep(result);
        }
        if (aborted) {
            NeverStarted.of(journal).forEach(this::addNeverStarted);
        }
        state.ensureRun();
    }

    private void addNeverStarted(Result result) {
        state.resultRecorded(result);
        if (reportsWanted) {
            index.keep(result); // there may be many
        }
    }
}

package dev.attest.internal.delivery;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.JournalReader;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import java.io.IOException;
import java.util.List;

/** Reads the events of one journal into the state and the indexes of its delivery. Not thread-safe. */
final class JournalFeed {

    private final Journal journal;
    private final JournalReader reader;
    private final DeliveryState state;
    private final ResultIndex resultIndex;
    private final AttachmentIndex attachmentIndex;
    private final boolean reportsWanted;
    private boolean readAll;
    private boolean aborted;

    JournalFeed(Journal journal, DeliveryState state, ResultIndex resultIndex, boolean reportsWanted) {
        this.journal = journal;
        this.reader = journal.reader();
        this.state = state;
        this.resultIndex = resultIndex;
        this.attachmentIndex = new AttachmentIndex(journal, reportsWanted);
        this.reportsWanted = reportsWanted;
    }

    AttachmentIndex attachmentIndex() {
        return attachmentIndex;
    }

    /** Returns whether the last read reached the end of the journal. */
    boolean hasReadAll() {
        return readAll;
    }

    /** Returns whether no event can follow. */
    boolean isEnded() {
        return state.finished() != null || (journal.adopted() && readAll);
    }

    /** Reads up to {@code max} events. Returns whether there were any. */
    boolean read(int max) throws IOException {
        int events = 0;
        for (boolean more = true; more && events < max; ) {
            long position = reader.position();
            List<Event> next = reader.read(1);
            for (Event event : next) {
                resultIndex.note(event, position);
                attachmentIndex.note(event, position);
                event.accept(state);
            }
            more = !next.isEmpty();
            events += next.size();
        }
        readAll = events < max;
        if (!aborted && isAborted()) {
            aborted = true;
            state.abortRunning().forEach(resultIndex::keep);
            NeverStarted.of(journal).forEach(this::addNeverStarted);
        }
        return events > 0;
    }

    private boolean isAborted() {
        Event.RunFinished finished = state.finished();
        return finished == null ? journal.adopted() && readAll : finished.cutOff();
    }

    private void addNeverStarted(Result result) {
        state.resultRecorded(result);
        if (reportsWanted) {
            resultIndex.keep(result); // there may be many
        }
    }
}

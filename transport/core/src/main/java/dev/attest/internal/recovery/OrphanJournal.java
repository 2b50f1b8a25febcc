package dev.attest.internal.recovery;

import dev.attest.internal.journal.Journal;
import java.io.IOException;

/**
 * A journal of a dead JVM, shared by the destinations that need it. The last one to release it deletes it, sets it
 * aside, or closes it for the next JVM. Thread-safe.
 */
final class OrphanJournal {

    private final Journal journal;
    private int openDestinations;
    private boolean keep;
    private boolean refused;

    OrphanJournal(Journal journal, PendingDestinations pending) {
        this.journal = journal;
        this.openDestinations = pending.configured().size();
        this.keep = !pending.missing().isEmpty();
        this.refused = pending.refused();
    }

    Journal journal() {
        return journal;
    }

    /** Releases the journal for a destination that has accepted or refused everything. */
    synchronized void done(boolean refusedSome) throws IOException {
        refused |= refusedSome;
        release();
    }

    /** Releases the journal for a destination that does not have everything. */
    synchronized void postpone() throws IOException {
        keep = true;
        release();
    }

    private void release() throws IOException {
        openDestinations = Math.max(0, openDestinations - 1);
        if (openDestinations > 0) {
            return;
        }
        if (keep) {
            journal.close();
        } else if (refused) {
            journal.setAside();
        } else {
            journal.delete();
        }
    }
}

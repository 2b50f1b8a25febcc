package dev.attest.internal.recovery;

import dev.attest.internal.journal.Journal;
import java.io.IOException;

/**
 * A journal that a dead JVM left behind, in the hands of each destination that it is for. The last to let go of it
 * removes it, sets it aside, or leaves it to whoever comes next. Thread-safe.
 */
final class OrphanJournal {

    private final Journal journal;
    private int hands;
    private boolean waits;
    private boolean refused;

    OrphanJournal(Journal journal, PendingDestinations owed) {
        this.journal = journal;
        this.hands = owed.here().size();
        this.waits = !owed.elsewhere().isEmpty();
        this.refused = owed.refused();
    }

    Journal journal() {
        return journal;
    }

    /** Lets go of it for a destination that has all of it, or has all that it did not refuse. */
    synchronized void settled(boolean refusedSome) throws IOException {
        refused |= refusedSome;
        letGo();
    }

    /** Lets go of it for a destination that does not have all of it. */
    synchronized void left() throws IOException {
        waits = true;
        letGo();
    }

    private void letGo() throws IOException {
        hands = Math.max(0, hands - 1);
        if (hands > 0) {
            return;
        }
        if (waits) {
            journal.close();
        } else if (refused) {
            journal.setAside();
        } else {
            journal.delete();
        }
    }
}

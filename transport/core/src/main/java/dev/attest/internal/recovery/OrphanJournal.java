package dev.attest.internal.recovery;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Event;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A journal of a dead JVM, shared by the destinations that need it. The last one to release it deletes it, sets it
 * aside, or closes it for the next JVM. Thread-safe.
 */
final class OrphanJournal {

    private final Journal journal;
    private final Set<String> configured;
    private final Set<String> missing;
    private int openDestinations;
    private boolean keep;
    private boolean refused;

    /**
     * Finds out which destinations need the journal: those of its run and those that have acknowledged something. If
     * there are none, those of this JVM.
     *
     * @param current names of the destinations that deliver in this JVM
     */
    OrphanJournal(Journal journal, Collection<String> current) throws IOException {
        this.journal = journal;
        this.configured = new TreeSet<>(current);
        this.missing = new TreeSet<>(journal.ackedDestinations());
        List<Event> first = journal.reader().read(1);
        if (!first.isEmpty() && first.get(0) instanceof Event.RunStarted started) {
            missing.addAll(started.destinations());
        }
        if (!missing.isEmpty()) {
            configured.retainAll(missing);
        }
        missing.removeAll(configured);
        for (String absent : Set.copyOf(missing)) {
            List<Ack> acks = journal.acks(absent).recorded();
            if (acks.contains(new Ack.RunCompleted())) {
                missing.remove(absent);
                refused |= acks.stream().anyMatch(Ack.Refused.class::isInstance);
            }
        }
        this.openDestinations = configured.size();
        this.keep = !missing.isEmpty();
    }

    Journal journal() {
        return journal;
    }

    /** Returns the destinations that deliver it in this JVM. */
    Set<String> configured() {
        return configured;
    }

    /** Returns the other destinations that do not have everything yet. */
    Set<String> missing() {
        return missing;
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

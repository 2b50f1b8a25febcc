package dev.attest.internal.recovery;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Event;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A journal of a dead JVM, shared by the destinations that need it. The last one to release it deletes it, sets it
 * aside if a person should look at it, or closes it for the next JVM. Thread-safe.
 */
final class OrphanJournal {

    private final Journal journal;
    private final Set<String> configured;
    private final Set<String> missing;
    private int openDestinations;
    private boolean keep;
    private boolean refused;

    private OrphanJournal(Journal journal, Set<String> configured, Set<String> missing, boolean refused) {
        this.journal = journal;
        this.configured = Collections.unmodifiableSet(configured);
        this.missing = Collections.unmodifiableSet(missing);
        this.openDestinations = configured.size();
        this.keep = !missing.isEmpty();
        this.refused = refused;
    }

    /**
     * Reads which destinations need the journal: those of its run and those that have acknowledged something. If there
     * are none, those of this JVM.
     *
     * @param current names of the destinations that deliver in this JVM
     */
    static OrphanJournal of(Journal journal, Collection<String> current) throws IOException {
        Set<String> missing = new TreeSet<>(journal.ackedDestinations());
        List<Event> first = journal.reader().read(1);
        if (!first.isEmpty() && first.get(0) instanceof Event.RunStarted started) {
            missing.addAll(started.destinations());
        }
        Set<String> configured = new TreeSet<>(current);
        if (!missing.isEmpty()) {
            configured.retainAll(missing);
        }
        missing.removeAll(configured);
        boolean refused = false;
        for (String absent : Set.copyOf(missing)) {
            List<Ack> acks = journal.acks(absent).recorded();
            if (acks.contains(new Ack.RunCompleted())) {
                missing.remove(absent);
                refused |= acks.stream().anyMatch(Ack.Refused.class::isInstance);
            }
        }
        return new OrphanJournal(journal, configured, missing, refused);
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
        } else if (refused || journal.isDamaged()) {
            journal.setAside();
        } else {
            journal.delete();
        }
    }
}

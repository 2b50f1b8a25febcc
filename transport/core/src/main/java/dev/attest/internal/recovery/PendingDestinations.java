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
 * Which destinations have to do with a journal before it may be removed.
 *
 * @param here those that are set now
 * @param elsewhere others, which do not have all of it yet
 * @param refused whether one that is not set now has all of it but what it refused
 */
record PendingDestinations(Set<String> here, Set<String> elsewhere, boolean refused) {

    /**
     * Returns those that were set when its run began, and those that have begun to take it; where there is neither,
     * those that are set now.
     */
    static PendingDestinations of(Journal journal, Collection<String> present) throws IOException {
        Set<String> all = new TreeSet<>(journal.ackedDestinations());
        List<Event> first = journal.reader().read(1);
        if (!first.isEmpty() && first.get(0) instanceof Event.RunStarted started) {
            all.addAll(started.destinations());
        }
        Set<String> here = new TreeSet<>(present);
        if (!all.isEmpty()) {
            here.retainAll(all);
        }
        all.removeAll(here);
        boolean refused = false;
        for (String absent : Set.copyOf(all)) {
            List<Ack> receipts = journal.acks(absent).recorded();
            if (receipts.contains(new Ack.RunCompleted())) {
                all.remove(absent);
                refused |= receipts.stream().anyMatch(Ack::refuses);
            }
        }
        return new PendingDestinations(here, all, refused);
    }
}

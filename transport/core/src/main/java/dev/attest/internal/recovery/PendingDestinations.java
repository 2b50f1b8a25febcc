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
 * The destinations that need a journal before it may be deleted.
 *
 * @param configured those that deliver in this JVM
 * @param missing others that do not have everything yet
 * @param refused whether another destination has finished and refused something
 */
record PendingDestinations(Set<String> configured, Set<String> missing, boolean refused) {

    /**
     * Returns the destinations of the run and those that have acknowledged something. If there are none, those of this
     * JVM.
     */
    static PendingDestinations of(Journal journal, Collection<String> current) throws IOException {
        Set<String> needing = new TreeSet<>(journal.ackedDestinations());
        List<Event> first = journal.reader().read(1);
        if (!first.isEmpty() && first.get(0) instanceof Event.RunStarted started) {
            needing.addAll(started.destinations());
        }
        Set<String> configured = new TreeSet<>(current);
        if (!needing.isEmpty()) {
            configured.retainAll(needing);
        }
        needing.removeAll(configured);
        boolean refused = false;
        for (String absent : Set.copyOf(needing)) {
            List<Ack> acks = journal.acks(absent).recorded();
            if (acks.contains(new Ack.RunCompleted())) {
                needing.remove(absent);
                refused |= acks.stream().anyMatch(Ack::refuses);
            }
        }
        return new PendingDestinations(configured, needing, refused);
    }
}

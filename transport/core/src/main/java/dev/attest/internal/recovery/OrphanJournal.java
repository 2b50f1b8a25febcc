package dev.attest.internal.recovery;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.LineReader;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A journal of a dead JVM, shared by the destinations that need it. It is open while one of them delivers it. The last
 * one that has it all deletes it, or sets it aside if a person should look at it. Thread-safe.
 */
final class OrphanJournal {

    /** Events that are read at a time. */
    private static final int MANY = 100;

    private final Set<String> configured;
    private final Set<String> missing;
    private final Set<String> unfinished;
    private @Nullable Journal journal;
    private int users;
    private boolean refused;

    private OrphanJournal(Journal journal, Set<String> configured, Set<String> missing, boolean refused) {
        this.journal = journal;
        this.configured = Set.copyOf(configured);
        this.missing = new TreeSet<>(missing);
        this.unfinished = new TreeSet<>(configured);
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
            if (acks.contains(new Ack.RunCompleted()) && !isFileMissing(journal, absent, acks)) {
                missing.remove(absent);
                refused |= acks.stream().anyMatch(Ack.Refused.class::isInstance);
            }
        }
        for (String each : configured) {
            journal.acks(each); // from now on, every owner knows that the journal is for these destinations
        }
        return new OrphanJournal(journal, configured, missing, refused);
    }

    /** Returns whether the destination does not have a file that follows the end of a run. */
    private static boolean isFileMissing(Journal journal, String destination, List<Ack> acks) throws IOException {
        Set<Integer> done = new HashSet<>();
        for (Ack ack : acks) {
            if (ack instanceof Ack.AttachmentDelivered delivered) {
                done.add(delivered.number());
            } else if (ack instanceof Ack.AttachmentRefused refused) {
                done.add(refused.number());
            }
        }
        LineReader<Event> events = journal.reader();
        for (List<Event> some = events.read(MANY); !some.isEmpty(); some = events.read(MANY)) {
            for (Event event : some) {
                if (event instanceof Event.AttachmentAdded added
                        && followsTheRun(added.attachment(), destination)
                        && !done.contains(added.attachment().number())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean followsTheRun(Attachment file, String destination) {
        AttachmentTarget target = file.place();
        return target == null ? file.isCoverageOfRun() : target.destination().equals(destination);
    }

    /** Returns the journal during a delivery. */
    synchronized Journal journal() {
        return Objects.requireNonNull(journal, "no destination delivers it");
    }

    /** Returns whether a destination of this JVM delivers it. */
    boolean isFor(String destination) {
        return configured.contains(destination);
    }

    /** Returns the other destinations that do not have everything yet. */
    Set<String> missing() {
        return missing;
    }

    /** Returns why a journal waits that is for destinations which do not deliver here. */
    static String notSet(Set<String> destinations) {
        return "it is for " + String.join(" and ", destinations)
                + ", which is not set or cannot be published to now. A run with its settings delivers it.";
    }

    /** Returns whether no destination of this JVM needs it any more. */
    synchronized boolean isFinished() {
        return unfinished.isEmpty();
    }

    synchronized boolean isOpen() {
        return journal != null;
    }

    /** Opens it again. */
    synchronized void reopen(Journal adopted) {
        journal = adopted;
    }

    /** Begins the delivery to one more destination. */
    synchronized void use() {
        users++;
    }

    /** Ends the delivery to a destination that has accepted or refused everything. */
    synchronized void done(String destination, boolean refusedSome) throws IOException {
        refused |= refusedSome;
        unfinished.remove(destination);
        release();
    }

    /** Ends the delivery to a destination that does not have everything, or that does not need it. */
    synchronized void release() throws IOException {
        users--;
        if (users > 0) {
            return;
        }
        Journal released = journal();
        journal = null;
        if (!unfinished.isEmpty() || !missing.isEmpty()) {
            released.close();
        } else if (refused || released.isDamaged()) {
            released.setAside();
        } else {
            released.delete();
        }
    }
}

package dev.attest.publish;

import dev.attest.journal.Journal;
import dev.attest.journal.RunFolder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The journals that dead JVMs left behind: adopted once, under one lock, and handed to each destination that they are for.
 * Thread-safe.
 */
final class Adoptions {

    private final Map<String, Queue<LeftJournal>> waiting = new TreeMap<>();
    private final Witness witness;
    private List<Journal> unopened;

    /** Makes a queue that logs what nobody here can deliver, as {@link #Adoptions(Collection, List, Witness)} does. */
    Adoptions(Collection<String> destinations, List<Journal> adopted) {
        this(destinations, adopted, new LoggingWitness());
    }

    /**
     * Waits for no disk: that is left to whoever asks first.
     *
     * @param destinations names of those that deliver here
     * @param adopted what to hand to them; whoever delivers a journal closes it
     * @param witness told of what nobody here can deliver
     */
    Adoptions(Collection<String> destinations, List<Journal> adopted, Witness witness) {
        this.witness = witness;
        this.unopened = List.copyOf(adopted);
        destinations.forEach(name -> waiting.put(name, new ArrayDeque<>()));
    }

    /** Returns who is to be told of what becomes of them. */
    Witness witness() {
        return witness;
    }

    /** Takes on what members of a run left behind since it was looked. */
    synchronized void adoptDeadOf(RunFolder run) throws IOException {
        add(run.adoptWaiting(witness::refused));
    }

    /** Returns the next one for a destination, or null. */
    synchronized @Nullable LeftJournal next(String destination) {
        open();
        Queue<LeftJournal> own = waiting.get(destination);
        return own == null ? null : own.poll();
    }

    /** Returns whether there is none for a destination now. */
    synchronized boolean isEmpty(String destination) {
        open();
        return waiting.getOrDefault(destination, new ArrayDeque<>()).isEmpty();
    }

    /** Hands nothing more to a destination; returns what it has not taken. */
    synchronized Queue<LeftJournal> retire(String destination) {
        open();
        Queue<LeftJournal> left = waiting.remove(destination);
        return left == null ? new ArrayDeque<>() : left;
    }

    private void open() {
        List<Journal> journals = unopened;
        unopened = List.of();
        add(journals);
    }

    private void add(List<Journal> journals) {
        for (Journal journal : journals) {
            try {
                add(journal, Owed.of(journal, waiting.keySet()));
            } catch (IOException | RuntimeException e) {
                leave(journal, String.valueOf(e.getMessage()));
            }
        }
    }

    private void add(Journal journal, Owed owed) throws IOException {
        if (!owed.elsewhere().isEmpty()) {
            witness.left(
                    journal,
                    Progress.none(),
                    "it is for " + String.join(" and ", owed.elsewhere())
                            + ", which is not set or cannot be published to now. A run with its settings delivers it.");
        }
        for (String each : owed.here()) {
            journal.acks(each); // from now on it is for each of them, whoever goes on with it
        }
        LeftJournal left = new LeftJournal(journal, owed);
        if (owed.here().isEmpty()) {
            left.settled(false);
        }
        for (String each : owed.here()) {
            Objects.requireNonNull(waiting.get(each)).add(left);
        }
    }

    private void leave(Journal journal, String why) {
        witness.left(journal, Progress.none(), why);
        try {
            journal.close();
        } catch (IOException e) {
            witness.refused("could not close " + journal.folder() + ": " + e);
        }
    }
}

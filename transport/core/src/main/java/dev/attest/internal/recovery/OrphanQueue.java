package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.RunFolder;
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
 * The journals that dead JVMs left behind: adopted once, under one lock, and handed to each destination that they are
 * for. Thread-safe.
 */
public final class OrphanQueue {

    private final Map<String, Queue<OrphanJournal>> waiting = new TreeMap<>();
    private final RecoveryListener listener;
    private List<Journal> unopened;

    /**
     * Makes a queue that logs what nobody here can deliver, as {@link #OrphanQueue(Collection, List, RecoveryListener)}
     * does.
     */
    public OrphanQueue(Collection<String> destinations, List<Journal> adopted) {
        this(destinations, adopted, new LoggingRecoveryListener());
    }

    /**
     * Waits for no disk: that is left to whoever asks first.
     *
     * @param destinations names of those that deliver here
     * @param adopted what to hand to them; whoever delivers a journal closes it
     * @param listener told of what nobody here can deliver
     */
    OrphanQueue(Collection<String> destinations, List<Journal> adopted, RecoveryListener listener) {
        this.listener = listener;
        this.unopened = List.copyOf(adopted);
        destinations.forEach(name -> waiting.put(name, new ArrayDeque<>()));
    }

    /** Returns who is to be told of what becomes of them. */
    RecoveryListener listener() {
        return listener;
    }

    /** Takes on what members of a run left behind since it was looked. */
    synchronized void adoptDeadOf(RunFolder run) throws IOException {
        add(run.adoptWaiting(listener::refused));
    }

    /** Returns the next one for a destination, or null. */
    synchronized @Nullable OrphanJournal next(String destination) {
        open();
        Queue<OrphanJournal> own = waiting.get(destination);
        return own == null ? null : own.poll();
    }

    /** Returns whether there is none for a destination now. */
    synchronized boolean isEmpty(String destination) {
        open();
        return waiting.getOrDefault(destination, new ArrayDeque<>()).isEmpty();
    }

    /** Hands nothing more to a destination; returns what it has not taken. */
    synchronized Queue<OrphanJournal> retire(String destination) {
        open();
        Queue<OrphanJournal> left = waiting.remove(destination);
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
                add(journal, PendingDestinations.of(journal, waiting.keySet()));
            } catch (IOException | RuntimeException e) {
                leave(journal, String.valueOf(e.getMessage()));
            }
        }
    }

    private void add(Journal journal, PendingDestinations owed) throws IOException {
        if (!owed.elsewhere().isEmpty()) {
            listener.left(
                    journal,
                    Progress.none(),
                    "it is for " + String.join(" and ", owed.elsewhere())
                            + ", which is not set or cannot be published to now. A run with its settings delivers it.");
        }
        for (String each : owed.here()) {
            journal.acks(each); // from now on it is for each of them, whoever goes on with it
        }
        OrphanJournal left = new OrphanJournal(journal, owed);
        if (owed.here().isEmpty()) {
            left.settled(false);
        }
        for (String each : owed.here()) {
            Objects.requireNonNull(waiting.get(each)).add(left);
        }
    }

    private void leave(Journal journal, String why) {
        listener.left(journal, Progress.none(), why);
        try {
            journal.close();
        } catch (IOException e) {
            listener.refused("could not close " + journal.folder() + ": " + e);
        }
    }
}

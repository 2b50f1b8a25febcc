package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.RunFolder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The journals of dead JVMs, each handed to all destinations that need it. Thread-safe. */
public final class OrphanQueue {

    private final Map<String, Queue<OrphanJournal>> waiting = new TreeMap<>();
    private final RecoveryListener listener;
    private List<Journal> unopened;

    /**
     * Creates a queue that logs what cannot be delivered here. Reads no file; the first caller of another method does.
     *
     * @param destinations those that deliver here
     * @param adopted whoever delivers a journal closes it
     */
    public OrphanQueue(List<ConfiguredDestination> destinations, List<Journal> adopted) {
        this(destinations, adopted, new LoggingRecoveryListener());
    }

    OrphanQueue(List<ConfiguredDestination> destinations, List<Journal> adopted, RecoveryListener listener) {
        this.listener = listener;
        this.unopened = List.copyOf(adopted);
        destinations.forEach(destination -> waiting.put(destination.name(), new ArrayDeque<>()));
    }

    RecoveryListener listener() {
        return listener;
    }

    /** Adopts the journals of members that have died since. */
    synchronized void adoptDeadOf(RunFolder run) throws IOException {
        add(run.adoptWaiting(listener::notAdopted));
    }

    /** Returns the next journal for a destination, or null. */
    synchronized @Nullable OrphanJournal next(String destination) {
        return waitingFor(destination).poll();
    }

    synchronized boolean isEmpty(String destination) {
        return waitingFor(destination).isEmpty();
    }

    /** Hands no more journals to a destination. Returns those that it has not taken. */
    synchronized Queue<OrphanJournal> retire(String destination) {
        Queue<OrphanJournal> left = waitingFor(destination);
        waiting.remove(destination);
        return left;
    }

    private Queue<OrphanJournal> waitingFor(String destination) {
        open();
        return waiting.getOrDefault(destination, new ArrayDeque<>());
    }

    private void open() {
        List<Journal> journals = unopened;
        unopened = List.of();
        add(journals);
    }

    private void add(List<Journal> journals) {
        for (Journal journal : journals) {
            try {
                add(OrphanJournal.of(journal, waiting.keySet()));
            } catch (IOException | RuntimeException e) {
                giveUp(journal, String.valueOf(e.getMessage()));
            }
        }
    }

    private void add(OrphanJournal orphan) throws IOException {
        if (!orphan.missing().isEmpty()) {
            listener.undeliverable(
                    "",
                    orphan.journal(),
                    Progress.none(),
                    "it is for " + String.join(" and ", orphan.missing())
                            + ", which is not set or cannot be published to now. A run with its settings delivers it.");
        }
        for (String each : orphan.configured()) {
            orphan.journal().acks(each); // from now on, every owner knows that the journal is for these destinations
        }
        if (orphan.configured().isEmpty()) {
            orphan.done(false);
        }
        for (String each : orphan.configured()) {
            Objects.requireNonNull(waiting.get(each)).add(orphan);
        }
    }

    private void giveUp(Journal journal, String reason) {
        listener.undeliverable("", journal, Progress.none(), reason);
        try {
            journal.close();
        } catch (IOException e) {
            listener.notAdopted("could not close " + journal.folder() + ": " + e);
        }
    }
}

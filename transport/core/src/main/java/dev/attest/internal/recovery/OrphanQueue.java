package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.RunFolder;
import dev.attest.internal.journal.WaitingJournals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The journals of dead JVMs, each handed to all destinations that need it. It is opened when the first of them takes
 * it, so that thousands may wait. Thread-safe.
 */
public final class OrphanQueue {

    /** The folders that one destination has not taken yet, and those that it has. */
    private record Share(Queue<Path> waiting, Set<Path> taken) {}

    private final Map<String, Share> shares = new TreeMap<>();

    /** Those that are open, and those that another destination still has to take. */
    private final Map<Path, OrphanJournal> known = new HashMap<>();

    private final WaitingJournals journals;
    private final RecoveryListener listener;
    private boolean listed;
    private @Nullable RunFolder lastRun;

    /**
     * Creates a queue that logs what cannot be delivered here. Reads no file; the first caller of another method does.
     *
     * @param destinations those that deliver here
     * @param journals where journals wait
     */
    public OrphanQueue(List<ConfiguredDestination> destinations, WaitingJournals journals) {
        this(destinations, journals, (journal, pages) -> {});
    }

    /**
     * @param closing takes each journal while it is open, after its delivery, and a function that returns the address
     *     of the page of a row, or an empty text; twice if the journal has two destinations
     */
    public OrphanQueue(
            List<ConfiguredDestination> destinations,
            WaitingJournals journals,
            BiConsumer<Journal, IntFunction<String>> closing) {
        this(destinations, journals, new LoggingRecoveryListener(closing));
    }

    OrphanQueue(List<ConfiguredDestination> destinations, WaitingJournals journals, RecoveryListener listener) {
        this.journals = journals;
        this.listener = listener;
        for (ConfiguredDestination destination : destinations) {
            shares.put(destination.name(), new Share(new ArrayDeque<>(), new HashSet<>()));
        }
    }

    RecoveryListener listener() {
        return listener;
    }

    /** Tells what was left out of the log. Nothing is taken any more. */
    public void close() {
        listener.close();
    }

    /** Opens the next journal for a destination. Returns null if there is none. */
    synchronized @Nullable OrphanJournal next(String destination) {
        Share share = share(destination);
        for (Path next = share.waiting().poll();
                next != null;
                next = share.waiting().poll()) {
            OrphanJournal orphan = share.taken().contains(next) ? null : open(destination, next, run(next));
            if (orphan != null) {
                return orphan;
            }
        }
        return null;
    }

    /** Opens a journal of a member that has died. Returns null if there is none that this destination has not taken. */
    synchronized @Nullable OrphanJournal next(String destination, RunFolder run) {
        Set<Path> taken = share(destination).taken();
        for (Path member : run.knownMembers(listener::notAdopted)) {
            OrphanJournal orphan = taken.contains(member) ? null : open(destination, member, run);
            if (orphan != null) {
                return orphan;
            }
        }
        return null;
    }

    /** Returns whether a destination has taken the journal in this folder, or cannot. */
    synchronized boolean wasTaken(String destination, Path folder) {
        return share(destination).taken().contains(folder);
    }

    synchronized boolean isEmpty(String destination) {
        return share(destination).waiting().isEmpty();
    }

    /** Ends the delivery of a journal to a destination that has accepted or refused everything. */
    synchronized void done(String destination, OrphanJournal orphan, boolean refusedSome) throws IOException {
        Path folder = orphan.journal().folder();
        orphan.done(destination, refusedSome);
        if (orphan.isFinished()) {
            known.remove(folder);
        }
    }

    /** Ends the delivery of a journal to a destination that does not have everything. The rest waits. */
    synchronized void postpone(OrphanJournal orphan) throws IOException {
        orphan.release();
    }

    private Share share(String destination) {
        list();
        return Objects.requireNonNull(shares.get(destination), destination);
    }

    private void list() {
        if (listed) {
            return;
        }
        listed = true;
        try {
            List<Path> folders = journals.folders(listener::notAdopted);
            for (Share share : shares.values()) {
                share.waiting().addAll(folders);
            }
        } catch (IOException e) {
            listener.notAdopted("cannot read the journals of earlier runs: " + e.getMessage());
        }
    }

    /** Returns null if the journal is in use, unreadable or not for this destination. */
    private @Nullable OrphanJournal open(String destination, Path folder, RunFolder run) {
        OrphanJournal orphan = known.get(folder);
        if (orphan == null || !orphan.isOpen()) {
            AtomicBoolean unreadable = new AtomicBoolean();
            Optional<Journal> adopted = journals.adopt(folder, run, message -> {
                unreadable.set(true);
                listener.notAdopted(message);
            });
            if (adopted.isEmpty()) {
                if (unreadable.get()) {
                    share(destination).taken().add(folder);
                }
                return null;
            }
            orphan = opened(orphan, adopted.get());
        }
        share(destination).taken().add(folder);
        return orphan == null ? null : used(orphan, destination, folder);
    }

    private @Nullable OrphanJournal opened(@Nullable OrphanJournal before, Journal adopted) {
        if (before != null) {
            before.reopen(adopted);
            return before;
        }
        try {
            OrphanJournal orphan = OrphanJournal.of(adopted, shares.keySet());
            known.put(adopted.folder(), orphan);
            if (!orphan.missing().isEmpty()) {
                listener.closing(adopted, row -> "");
                listener.undeliverable("", adopted, Progress.none(), OrphanJournal.notSet(orphan.missing()));
            }
            return orphan;
        } catch (Throwable e) {
            giveUp(adopted, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable OrphanJournal used(OrphanJournal orphan, String destination, Path folder) {
        orphan.use();
        if (orphan.isFor(destination)) {
            return orphan;
        }
        try {
            orphan.release();
        } catch (IOException e) {
            listener.notAdopted("could not close " + folder + ": " + e);
        }
        if (orphan.isFinished()) {
            known.remove(folder);
        }
        return null;
    }

    private void giveUp(Journal journal, String reason) {
        listener.closing(journal, row -> "");
        listener.undeliverable("", journal, Progress.none(), reason);
        try {
            journal.close();
        } catch (IOException e) {
            listener.notAdopted("could not close " + journal.folder() + ": " + e);
        }
    }

    /**
     * Mostly returns the folder of the last call, so that the members of an earlier run share facts which the disk has
     * rejected. They do not share them with the run of this JVM.
     */
    private RunFolder run(Path journal) {
        Path folder = Objects.requireNonNull(journal.getParent());
        RunFolder known = lastRun;
        RunFolder run = known != null && known.path().equals(folder) ? known : journals.run(folder);
        lastRun = run;
        return run;
    }
}

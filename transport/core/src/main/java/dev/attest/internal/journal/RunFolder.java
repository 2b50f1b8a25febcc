package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.journal.event.RunFact;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folder that the JVMs of one run share: their journals, and the facts that they share. Thread-safe, also among
 * JVMs.
 *
 * <p>A JVM takes part from the moment it holds the lock of its journal, until it records that it has left, or dies. The
 * operating system releases the lock of a dead JVM, so that no heartbeat is needed and a reused process id does no
 * harm.
 *
 * <pre>
 * maven-2090-ksd81f/               the run
 *   2096-5f3a9c1e/                 a JVM, as drawn in Journal
 *   2101-77ab0c3d/                 another one
 *   summary.run/                   the summary of the build: what each JVM did
 *   azure-1a2b3c4d.run/            the run at one destination
 *     lock                         the lease: held by the JVM that creates or completes the run
 *     facts                        the shared facts, a line for each, as drawn in Frame
 *   notices/                       an empty file for each notice that one JVM gives for all of them
 *   lock                           held by the JVM that checks which members are alive
 * </pre>
 */
public final class RunFolder {

    private static final GuardedLogger LOG = GuardedLogger.of(RunFolder.class);

    static final String FACTS = ".run";
    static final String NOTICES = "notices";

    private final Journals journals;
    private final Disk disk;
    private final Path folder;
    private final boolean reopenable;
    private final Map<String, List<RunFact>> unwritten = new ConcurrentHashMap<>();

    /** By destination. They are written again if the folder is deleted while JVMs use it. */
    private final Map<String, List<RunFact>> known = new ConcurrentHashMap<>();

    RunFolder(Journals journals, Disk disk, Path folder, boolean reopenable) {
        this.journals = journals;
        this.disk = disk;
        this.folder = folder;
        this.reopenable = reopenable;
    }

    MemoryBudget memory() {
        return journals.memory();
    }

    public Path path() {
        return folder;
    }

    /** Returns whether a JVM that joins after all others have left reopens the run. */
    public boolean reopenable() {
        return reopenable;
    }

    /**
     * Acquires the lease of the run at one destination. Returns empty while another JVM holds it; never waits. The
     * death of the JVM releases it. If the file system fails, this JVM gets a lease of its own, and the others may
     * create another run.
     *
     * @param destination name of the destination: lower-case letters, digits, hyphens
     */
    public Optional<RunLease> tryAcquireLease(String destination) {
        Path facts = folder.resolve(destination + FACTS);
        List<RunFact> rejected = factsIn(unwritten, destination);
        List<RunFact> remembered = factsIn(known, destination);
        try {
            if (disk.keepsDeleted()) {
                journals.restore(folder);
            }
            disk.createFolder(facts);
            Closeable lock = disk.tryLock(facts);
            return lock == null
                    ? Optional.empty()
                    : Optional.of(RunLease.open(disk, facts, lock, rejected, remembered, memory()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> "Attest cannot share the run with other JVMs in " + folder + ": " + e);
            return Optional.of(new RunLease(disk, facts, () -> {}, null, rejected, remembered));
        }
    }

    /** Returns whether a JVM has taken the lease of this name before. */
    public boolean hasFacts(String destination) {
        return disk.exists(folder.resolve(destination + FACTS));
    }

    private static List<RunFact> factsIn(Map<String, List<RunFact>> facts, String destination) {
        List<RunFact> fresh = new CopyOnWriteArrayList<>();
        List<RunFact> present = facts.putIfAbsent(destination, fresh);
        return present == null ? fresh : present;
    }

    /**
     * Returns the state of the other members.
     *
     * @param self the journal that asks
     * @param present names of the members that have joined and not left
     * @param tried tells of the folder of a member whether it was adopted before: if so, it does not count as dead
     */
    public PeerState peers(Journal self, Set<String> present, Predicate<Path> tried) throws IOException {
        // The check holds each lock for a moment. Two JVMs that check at once would take each other's probe for a live
        // owner.
        Closeable checking;
        try {
            checking = disk.tryLock(folder);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "checked without a lock: " + folder, e);
            return check(self.folder(), present, tried); // a run that nobody completes is worse
        }
        try (checking) {
            return checking == null && disk.exists(folder) ? PeerState.UNKNOWN : check(self.folder(), present, tried);
        }
    }

    /**
     * Returns the state of the JVMs that are not among these members: {@code DEAD} if none of them is alive, and at
     * least one has left its journal. A journal that this JVM has adopted is that of a dead one.
     */
    public PeerState othersThan(Set<String> members) {
        Closeable checking;
        try {
            checking = disk.tryLock(folder);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "checked without a lock: " + folder, e);
            return others(members);
        }
        if (checking == null && disk.exists(folder)) {
            return PeerState.UNKNOWN;
        }
        PeerState others = others(members);
        close(checking);
        return others;
    }

    /** Returns the number of members that are not among these, dead or alive. */
    public int membersBesides(Set<String> members) {
        int others = 0;
        for (Path member : membersToCheck()) {
            others += members.contains(member.getFileName().toString()) ? 0 : 1;
        }
        return others;
    }

    private static void close(@Nullable Closeable lock) {
        try (lock) {
            return;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "not unlocked", e); // the end of the JVM does it
        }
    }

    private PeerState others(Set<String> members) {
        PeerState others = PeerState.NONE;
        for (Path member : membersToCheck()) {
            if (members.contains(member.getFileName().toString())) {
                continue;
            }
            if (!isHeldHere(member) && isHeld(member)) {
                return PeerState.ALIVE;
            }
            others = disk.exists(member) ? PeerState.DEAD : others;
        }
        return others;
    }

    private PeerState check(Path self, Set<String> present, Predicate<Path> tried) {
        PeerState peers = PeerState.NONE;
        for (Path member : membersToCheck()) {
            if (member.equals(self)) {
                continue;
            }
            if (isHeld(member)) {
                if (present.contains(member.getFileName().toString())) {
                    return PeerState.ALIVE;
                }
            } else if (disk.exists(member) && !tried.test(member)) {
                peers = PeerState.DEAD;
            }
        }
        return peers;
    }

    /** A lock that cannot be opened is held if its text names a process that lives. */
    private boolean isHeld(Path member) {
        try (Closeable free = disk.tryLock(member)) {
            return free == null && disk.exists(member);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "not locked: " + member, e);
            return isOwned(member);
        }
    }

    private static boolean isHeldHere(Path member) {
        try {
            return JournalLock.isHeldHere(member);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOwned(Path member) {
        try {
            return LockOwner.of(member).isAlive();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns the folders of the JVMs of the run; none if they cannot be read.
     *
     * @param trouble takes a message then
     */
    public List<Path> knownMembers(Consumer<String> trouble) {
        try {
            List<Path> members = members();
            journals.look(members);
            return members;
        } catch (IOException e) {
            trouble.accept(notListed(e));
            return List.of();
        }
    }

    private List<Path> membersToCheck() {
        try {
            return members();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, notListed(e));
            return List.of();
        }
    }

    private String notListed(IOException e) {
        return "could not look for other JVMs in " + folder + ": " + e;
    }

    /** Returns the folders of the JVMs of the run. */
    List<Path> members() throws IOException {
        List<Path> members = new ArrayList<>();
        for (Path entry : disk.list(folder)) {
            if (Journals.isJvm(entry) && disk.isFolder(entry)) {
                members.add(entry);
            }
        }
        return List.copyOf(members);
    }

    /**
     * Returns true to exactly one JVM of the run, which then gives the notice. If the disk fails, more than one JVM
     * gives it.
     *
     * @param name of the notice, valid as a file name
     */
    public boolean claimNotice(String name) {
        Path notices = folder.resolve(NOTICES);
        try {
            disk.createFolder(notices);
            return disk.createNew(notices.resolve(name));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "not recorded in " + notices + ": " + name, e);
            return true;
        }
    }

    /** Returns whether a JVM of the run has given a notice. */
    public boolean hasNotice(String name) {
        return disk.exists(folder.resolve(NOTICES).resolve(name));
    }

    /** Returns whether it holds anything that the JVMs of a run share. */
    boolean isOurs() throws IOException {
        return hasFacts() || disk.isFolder(folder.resolve(NOTICES));
    }

    private boolean hasFacts() throws IOException {
        if (!disk.isFolder(folder)) {
            return false;
        }
        for (Path entry : disk.list(folder)) {
            if (entry.getFileName().toString().endsWith(FACTS)) {
                return true;
            }
        }
        return false;
    }

    /** Deletes the folder if no JVM takes part in the run and no facts are needed any more. */
    void deleteIfEnded() {
        try {
            if (!members().isEmpty()) {
                return;
            }
            for (Path entry : disk.list(folder)) {
                String name = entry.getFileName().toString();
                if (name.endsWith(FACTS)) {
                    deleteIfEnded(name.substring(0, name.length() - FACTS.length()));
                }
            }
            if (!hasFacts()) {
                disk.deleteWithFiles(folder.resolve(NOTICES));
                disk.delete(folder.resolve(JournalLock.FILE));
            }
            if (disk.list(folder).isEmpty()) {
                disk.delete(folder);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "not deleted: " + folder, e);
        }
    }

    private void deleteIfEnded(String destination) throws IOException {
        Optional<RunLease> held = tryAcquireLease(destination);
        if (held.isPresent()) {
            try (RunLease lease = held.get()) {
                if (lease.hasEnded() && members().isEmpty()) {
                    lease.delete();
                }
            }
        }
    }

    /** The state of the other members of a run. */
    public enum PeerState {
        /** No other member takes part. */
        NONE,
        /** At least one takes part. It sees to the journals of dead members before it leaves. */
        ALIVE,
        /** None takes part, and at least one is dead or has given up. Its events may not be delivered. */
        DEAD,
        /** Another JVM is checking. Ask again. */
        UNKNOWN
    }
}

package dev.attest.journal;

import dev.attest.model.RunFact;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The folder that the JVMs of one run have in common: who takes part, and what they agree on. Thread-safe, also among JVMs.
 *
 * <p>A JVM takes part from the moment it holds the lock of its journal until it writes that it has left, or dies: then the
 * system frees the lock, whatever the process id is given to next. So there is no heartbeat that could be late.
 *
 * <pre>
 * maven-2090-ksd81f/               the run
 *   2096-5f3a9c1e/                 a JVM, as drawn in Journal
 *   2101-77ab0c3d/                 another one
 *   azure-1a2b3c4d.run/            what they agree on about the run at one destination
 *     lock                         held by the one that speaks to the service about the run itself
 *     facts                        a line for each, as drawn in Frame
 *   said/                          a file for each thing that one JVM says for all of them
 *   lock                           held by the one that looks who is alive
 * </pre>
 */
public final class RunFolder {

    private static final Logger LOG = System.getLogger(RunFolder.class.getName());
    /** What the folders with facts end with. */
    static final String FACTS = ".run";

    /** Name of the folder of what one JVM says for all. */
    static final String SAID = "said";

    private final Disk disk;
    private final Path folder;
    private final String owner;
    private final boolean lasting;
    private final Map<String, List<RunFact>> unwritten = new ConcurrentHashMap<>();
    private final RunMembers members;

    RunFolder(Journals journals, Disk disk, Path folder, String owner, boolean lasting) {
        this.disk = disk;
        this.folder = folder;
        this.owner = owner;
        this.lasting = lasting;
        this.members = new RunMembers(journals, disk, folder, owner);
    }

    /** Returns the folder. */
    public Path path() {
        return folder;
    }

    /** Returns whether the run goes on when a JVM joins after all others have left. */
    public boolean lasting() {
        return lasting;
    }

    /**
     * Takes the right to speak to a destination about the run itself; empty while another has it. Never waits. Whoever
     * dies loses it. Where the file system fails, this JVM agrees with itself alone, and the others may make another run.
     *
     * @param destination name of what the run is published to: lower-case letters, digits, hyphens
     */
    public Optional<RunHold> tryHold(String destination) {
        Path facts = facts(destination);
        List<RunFact> known = unwritten.computeIfAbsent(destination, any -> new CopyOnWriteArrayList<>());
        try {
            disk.createFolder(facts);
            Closeable lock = disk.tryLock(facts, owner);
            return lock == null ? Optional.empty() : Optional.of(RunHold.open(disk, facts, lock, known));
        } catch (IOException e) {
            LOG.log(Level.WARNING, () -> "Attest cannot share the run with other JVMs in " + folder + ": " + e);
            return Optional.of(RunHold.inMemory(disk, facts, known));
        }
    }

    /**
     * Returns what the others are: whether some are dead that {@link #adoptWaiting} has not tried yet, else whether some
     * are alive that are present; unknown while somebody else is looking.
     *
     * @param self the journal that asks
     * @param present names of the members that have joined and not left
     */
    public Others others(Journal self, Set<String> present) throws IOException {
        return members.others(self.folder(), present);
    }

    /**
     * Locks and opens the journals of members that are dead or have given up; each is tried once.
     *
     * @param refused told, in words for people, of each that is left though nobody holds it
     */
    public List<Journal> adoptWaiting(Consumer<String> refused) throws IOException {
        return members.adoptWaiting(this, refused);
    }

    /**
     * Returns whether nobody of the run has said this yet, and whoever asks is to say it; a disk that fails makes it
     * said twice.
     *
     * @param what name for a file
     */
    public boolean isToSay(String what) {
        Path said = folder.resolve(SAID);
        try {
            disk.createFolder(said);
            return disk.createNew(said.resolve(what));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "not noted in " + said + ": " + what, e);
            return true;
        }
    }

    /** Returns whether JVMs of a run left anything here: any other folder is none of ours. */
    boolean isOurs() throws IOException {
        return hasFacts() || disk.isFolder(folder.resolve(SAID));
    }

    private boolean hasFacts() throws IOException {
        return disk.isFolder(folder)
                && disk.list(folder).stream()
                        .anyMatch(entry -> entry.getFileName().toString().endsWith(FACTS));
    }

    /** Removes the folder if nobody takes part any more and nothing in it is left to be agreed on. */
    void removeIfOver() {
        try {
            if (members.exist()) {
                return;
            }
            for (Path entry : disk.list(folder)) {
                String name = entry.getFileName().toString();
                if (name.endsWith(FACTS)) {
                    removeIfOver(name.substring(0, name.length() - FACTS.length()));
                }
            }
            if (!hasFacts()) {
                forgetWhatWasSaid();
                disk.delete(folder.resolve(JournalLock.FILE));
            }
            if (disk.list(folder).isEmpty()) {
                disk.delete(folder);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "left in place: " + folder, e);
        }
    }

    private void removeIfOver(String destination) throws IOException {
        Optional<RunHold> held = tryHold(destination);
        if (held.isPresent()) {
            try (RunHold hold = held.get()) {
                if (hold.isOver() && !members.exist()) {
                    hold.remove();
                }
            }
        }
    }

    private void forgetWhatWasSaid() throws IOException {
        Path said = folder.resolve(SAID);
        for (Path each : disk.list(said)) {
            disk.delete(each);
        }
        disk.delete(said);
    }

    private Path facts(String destination) {
        return folder.resolve(destination + FACTS);
    }

    /** What became of the other members. */
    public enum Others {
        /** None has anything to do with the run any more. */
        NONE,
        /** At least one takes part; none is dead. */
        ALIVE,
        /** At least one is dead, or has given up, and what it had may not be delivered. */
        DEAD,
        /** It cannot be told now; ask again. */
        UNKNOWN
    }
}

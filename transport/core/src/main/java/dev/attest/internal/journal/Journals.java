package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.process.UniqueId;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The folder of all journals, {@code attest.journal.dir}. It holds the journals of running JVMs, and those that wait
 * for their delivery. Thread-safe, also among JVMs.
 */
public final class Journals implements WaitingJournals {

    private static final GuardedLogger LOG = GuardedLogger.of(Journals.class);

    private static final Pattern JVM_ID = Pattern.compile("[0-9]+-[0-9a-f]{8}");
    private static final int RANDOM_DIGITS = 8;
    private static final int TRIES = 10;

    private final Path dir;
    private final Disk disk = new LocalDisk();
    private final LeftJournals left = new LeftJournals(disk);
    private final MemoryBudget memory = new MemoryBudget();

    /** Creates nothing on disk yet. */
    public Journals(Path dir) {
        this.dir = dir.toAbsolutePath().normalize();
    }

    /**
     * Creates the journal of this JVM, in a folder that only this user can enter. Holds its lock until it is closed.
     *
     * @param runKey the run of the JVM; any text
     * @param reopenable whether a JVM that joins after all others have left reopens the run
     * @throws IOException if the folder is unusable; the message says what to do
     */
    public Journal create(String runKey, boolean reopenable) throws IOException {
        SafeFolders.prepare(dir);
        Path run = dir.resolve(SafeFolders.nameOf(runKey));
        for (int tries = 0; tries < TRIES; tries++) {
            Path folder = run.resolve(jvmId());
            disk.createFolder(run);
            if (disk.exists(folder)) {
                continue;
            }
            try {
                disk.createFolder(folder);
            } catch (NoSuchFileException e) {
                continue; // another JVM just deleted the last journal of the run, and its folder
            }
            Closeable lock = disk.tryLock(folder);
            if (lock != null) { // otherwise a JVM that looks for waiting journals was faster
                return open(folder, new RunFolder(this, disk, run, reopenable), lock, false);
            }
        }
        throw new IOException(
                "cannot create a journal in " + run + ": after " + TRIES + " tries, other JVMs took each of them");
    }

    @Override
    public List<Path> folders(Consumer<String> refused) throws IOException {
        if (!disk.exists(dir)) {
            return List.of();
        }
        SafeFolders.prepare(dir);
        List<Path> folders = new ArrayList<>();
        for (Path run : disk.list(dir)) {
            try {
                if (disk.isFolder(run)) {
                    folders.addAll(waiting(run(run)));
                }
            } catch (IOException e) {
                refused.accept("left " + run + " as it is: " + e);
            }
        }
        return folders;
    }

    private List<Path> waiting(RunFolder run) throws IOException {
        List<Path> members = run.members();
        if (members.isEmpty() && run.isOurs()) {
            run.deleteIfEnded();
        }
        look(members);
        return members;
    }

    /** Looks which of these journals have lost their owner, since none is adopted before the one in front of it. */
    void look(List<Path> folders) {
        for (Path folder : folders) {
            left.look(folder);
        }
    }

    @Override
    public RunFolder run(Path folder) {
        return new RunFolder(this, disk, folder, false);
    }

    /** Like {@link #adopt(Path, RunFolder, Consumer)}, for a journal that {@link JournalInspector} found here. */
    public Optional<Journal> adopt(Path folder, Consumer<String> refused) {
        return adopt(
                folder,
                run(Objects.requireNonNull(folder.toAbsolutePath().normalize().getParent())),
                refused);
    }

    /**
     * Deletes the shared facts of a run if no JVM takes part in it and none can join it, and then its folder if that is
     * empty. Returns whether the folder is gone.
     *
     * @param run folder of a run that {@link JournalInspector} found here
     */
    public boolean deleteRunIfEnded(Path run) {
        run(run).deleteIfEnded();
        return !disk.exists(run);
    }

    /** Returns the memory that all journals opened here share. */
    MemoryBudget memory() {
        return memory;
    }

    /** Makes the folder of a run again if it was deleted. */
    void restore(Path run) throws IOException {
        if (!disk.exists(run)) {
            SafeFolders.prepare(dir);
            disk.createFolder(run);
        }
    }

    static boolean isJvm(Path folder) {
        return JVM_ID.matcher(folder.getFileName().toString()).matches();
    }

    @Override
    public Optional<Journal> adopt(Path folder, RunFolder run, Consumer<String> refused) {
        try {
            SafeFolders.requireSameOwner(folder, dir);
            OptionalLong since = left.since(folder);
            Closeable lock = disk.tryLock(folder);
            if (lock == null) {
                return Optional.empty();
            }
            Journal journal = open(folder, run, lock, true);
            if (since.isPresent()) {
                journal.leftSince(since.getAsLong());
            }
            return Optional.of(journal);
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, () -> "deleted by another JVM meanwhile: " + folder, e);
        } catch (IOException e) {
            refused.accept("left " + folder + " as it is: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Journal open(Path folder, RunFolder run, Closeable lock, boolean adopted) throws IOException {
        try {
            return new Journal(disk, folder, run, lock, adopted);
        } catch (Throwable e) { // memory may be short, and nobody else releases the lock
            lock.close();
            throw e;
        }
    }

    private static String jvmId() {
        return ProcessHandle.current().pid() + "-" + UniqueId.next().substring(0, RANDOM_DIGITS);
    }
}

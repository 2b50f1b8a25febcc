package dev.attest.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The folder of all journals, {@code attest.journal.dir}. It holds the journals of running JVMs, and those that wait
 * for their delivery. Thread-safe, also among JVMs.
 */
public final class Journals {

    private static final Logger LOG = System.getLogger(Journals.class.getName());

    private static final Pattern JVM_ID = Pattern.compile("[0-9]+-[0-9a-f]{8}");
    private static final int TRIES = 10;

    private final Path dir;
    private final Disk disk = new LocalDisk();

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

    /** Like {@link #adoptWaiting(Consumer)}; logs a warning for each journal that it does not adopt. */
    public List<Journal> adoptWaiting() throws IOException {
        return adoptWaiting(message -> LOG.log(Level.WARNING, message));
    }

    /**
     * Locks and opens each journal whose owner is dead or has closed it. Reads each of them once, to cut off a line
     * that its owner wrote by half. Journals of live owners stay untouched. A journal may hold no event.
     *
     * @param refused takes a message for each free journal that is not adopted: a newer version or another user wrote
     *     it, or it is unreadable
     * @throws IOException if the folder is unusable; the message says what to do
     */
    public List<Journal> adoptWaiting(Consumer<String> refused) throws IOException {
        if (!disk.exists(dir)) {
            return List.of();
        }
        SafeFolders.prepare(dir);
        List<Journal> adopted = new ArrayList<>();
        for (Path run : disk.list(dir).stream().filter(disk::isFolder).toList()) {
            RunFolder shared = new RunFolder(this, disk, run, false);
            try {
                for (Path member : shared.members()) {
                    adopt(member, shared, adopted, refused);
                }
            } catch (IOException e) {
                refused.accept("left " + run + " as it is: " + e);
            }
            if (shared.isOurs()) {
                shared.deleteIfEnded();
            }
        }
        return adopted;
    }

    /**
     * Locks and opens one journal, like {@link #adoptWaiting(Consumer)}. Returns empty if the journal is in use or
     * deleted, or after {@code refused} got a message.
     *
     * @param folder of a journal that {@link JournalInspector} found here
     */
    public Optional<Journal> adopt(Path folder, Consumer<String> refused) {
        List<Journal> adopted = new ArrayList<>();
        Path run = Objects.requireNonNull(folder.toAbsolutePath().normalize().getParent());
        adopt(folder, new RunFolder(this, disk, run, false), adopted, refused);
        return adopted.stream().findFirst();
    }

    /**
     * Deletes the shared facts of a run if no JVM takes part in it and none can join it, and then its folder if that is
     * empty. Returns whether the folder is gone.
     *
     * @param run folder of a run that {@link JournalInspector} found here
     */
    public boolean deleteRunIfEnded(Path run) {
        new RunFolder(this, disk, run, false).deleteIfEnded();
        return !disk.exists(run);
    }

    static boolean isJvm(Path folder) {
        return JVM_ID.matcher(folder.getFileName().toString()).matches();
    }

    /** Returns whether the journal was free: adopted now, or refused. */
    boolean adopt(Path folder, RunFolder run, List<Journal> adopted, Consumer<String> refused) {
        try {
            SafeFolders.requireSameOwner(folder, dir);
            Closeable lock = disk.tryLock(folder);
            if (lock == null) {
                return false;
            }
            adopted.add(open(folder, run, lock, true));
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, () -> "deleted by another JVM meanwhile: " + folder, e);
        } catch (IOException e) {
            refused.accept("left " + folder + " as it is: " + e.getMessage());
        }
        return true;
    }

    private Journal open(Path folder, RunFolder run, Closeable lock, boolean adopted) throws IOException {
        try {
            return new Journal(disk, folder, run, lock, adopted);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static String jvmId() {
        String random = HexFormat.of().toHexDigits(new SecureRandom().nextInt());
        return ProcessHandle.current().pid() + "-" + random;
    }
}

package dev.attest.journal;

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
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The folder of all journals, {@code attest.journal.dir}: of those that are being written, and of those that wait to be
 * delivered. Thread-safe, also among JVMs.
 */
public final class Journals {

    private static final Logger LOG = System.getLogger(Journals.class.getName());

    private static final Pattern JVM_ID = Pattern.compile("[0-9]+-[0-9a-f]{8}");
    private static final int TRIES = 10;

    private final Path dir;
    private final Disk disk = new LocalDisk();
    private final Supplier<String> jvmIds;
    private final String owner;

    /** Names the folder; makes nothing yet. */
    public Journals(Path dir) {
        this(dir, Journals::jvmId);
    }

    Journals(Path dir, Supplier<String> jvmIds) {
        this.dir = dir.toAbsolutePath().normalize();
        this.jvmIds = jvmIds;
        this.owner = Holder.self();
    }

    /**
     * Makes a journal for this JVM, in a folder that only this user can enter, and holds its lock until it is closed.
     *
     * @param runKey the run that the JVM takes part in; any text
     * @param lasting whether that run goes on when a JVM joins after all others have left
     * @throws IOException if the folder cannot be used; the message says what to do
     */
    public Journal create(String runKey, boolean lasting) throws IOException {
        Folders.prepare(dir);
        Path run = dir.resolve(Folders.nameOf(runKey));
        for (int tries = 0; tries < TRIES; tries++) {
            Path folder = run.resolve(jvmIds.get());
            disk.createFolder(run);
            if (disk.exists(folder)) {
                continue;
            }
            try {
                disk.createFolder(folder);
            } catch (NoSuchFileException e) {
                continue; // the last journal of the run was settled just now, and its folder removed
            }
            Closeable lock = disk.tryLock(folder, owner);
            if (lock != null) { // else whoever looks for waiting journals was faster
                return open(folder, new RunFolder(this, disk, run, owner, lasting), lock, false);
            }
        }
        throw new IOException(
                "cannot make a journal in " + run + ": after " + TRIES + " tries, others took each of them");
    }

    /** Does as {@link #adoptWaiting(Consumer)}, and logs a warning for each journal that it leaves. */
    public List<Journal> adoptWaiting() throws IOException {
        return adoptWaiting(message -> LOG.log(Level.WARNING, message));
    }

    /**
     * Locks and opens each journal whose owner is dead or has closed it. Cuts off what a dying owner wrote by half, and
     * reads each of them once for that. Those of living owners are left alone. A journal may turn out to hold no event.
     *
     * @param refused told, in words for people, of each journal that is left though nobody holds it: written by a newer
     *     version, by another user, or unreadable
     * @throws IOException if the folder cannot be used; the message says what to do
     */
    public List<Journal> adoptWaiting(Consumer<String> refused) throws IOException {
        if (!disk.exists(dir)) {
            return List.of();
        }
        Folders.prepare(dir);
        List<Journal> adopted = new ArrayList<>();
        for (Path run : disk.list(dir)) {
            RunFolder shared = new RunFolder(this, disk, run, owner, false);
            for (Path folder : foldersOf(run, refused)) {
                if (isJvm(folder) && disk.isFolder(folder)) {
                    adopt(folder, shared, adopted, refused);
                }
            }
            if (shared.isOurs()) {
                shared.removeIfOver();
            }
        }
        return adopted;
    }

    /**
     * Locks and opens one journal, as {@link #adoptWaiting(Consumer)} does all of them; empty if somebody holds it, or it
     * is gone, or it is left for a reason that is told.
     *
     * @param folder of a journal that was {@linkplain Inventory found} here
     */
    public Optional<Journal> adopt(Path folder, Consumer<String> refused) {
        List<Journal> adopted = new ArrayList<>();
        Path run = Objects.requireNonNull(folder.toAbsolutePath().normalize().getParent());
        adopt(folder, new RunFolder(this, disk, run, owner, false), adopted, refused);
        return adopted.stream().findFirst();
    }

    /**
     * Removes what JVMs agreed on about a run, if nobody takes part in it any more and nobody can join it, and its folder
     * if it is empty then; returns whether that is gone.
     *
     * @param run folder of a run that was {@linkplain Inventory found} here
     */
    public boolean forget(Path run) {
        new RunFolder(this, disk, run, owner, false).removeIfOver();
        return !disk.exists(run);
    }

    private List<Path> foldersOf(Path run, Consumer<String> refused) {
        try {
            return disk.isFolder(run) ? disk.list(run) : List.of();
        } catch (IOException e) {
            refused.accept("left " + run + " as it is: " + e);
            return List.of();
        }
    }

    static boolean isJvm(Path folder) {
        return JVM_ID.matcher(folder.getFileName().toString()).matches();
    }

    /** Returns whether nobody has it: adopted now, or left for a reason. */
    boolean adopt(Path folder, RunFolder run, List<Journal> adopted, Consumer<String> refused) {
        try {
            Folders.requireSameOwner(folder, dir);
            Closeable lock = disk.tryLock(folder, owner);
            if (lock == null) {
                return false;
            }
            adopted.add(open(folder, run, lock, true));
        } catch (NoSuchFileException e) {
            LOG.log(Level.DEBUG, () -> "settled by another JVM meanwhile: " + folder, e);
        } catch (IOException e) {
            refused.accept("left " + folder + " as it is: " + e.getMessage());
        }
        return true;
    }

    private Journal open(Path folder, RunFolder run, Closeable lock, boolean adopted) throws IOException {
        try {
            return Journal.open(disk, folder, run, lock, adopted);
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

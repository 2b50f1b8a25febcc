package dev.attest.journal;

import dev.attest.model.RunFact;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The right to create or complete a run that several JVMs share. Not thread-safe; close it soon. */
public final class RunHold implements Closeable {

    private static final System.Logger LOG = System.getLogger(RunHold.class.getName());
    private static final Kinds<RunFact> KINDS = new Kinds<>(RunFact.class);
    /** Name of the file with the facts. */
    static final String FILE = "facts";

    /** No build has a longer gap between two of its JVMs. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Disk disk;
    private final Path folder;
    private final Closeable lock;
    private final @Nullable LineFile lines;
    private final Damage damage;
    private final List<RunFact> unwritten;

    /** @param unwritten facts that the disk has rejected so far */
    static RunHold open(Disk disk, Path folder, Closeable lock, List<RunFact> unwritten) throws IOException {
        try {
            Damage damage = new Damage(disk, folder);
            LineFile lines = LineFile.open(disk, folder.resolve(FILE), damage);
            return new RunHold(disk, folder, lock, lines, damage, unwritten);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** Returns a lease whose facts stay in memory. */
    static RunHold inMemory(Disk disk, Path folder, List<RunFact> unwritten) {
        return new RunHold(disk, folder, () -> {}, null, new Damage(disk, folder), unwritten);
    }

    private RunHold(
            Disk disk, Path folder, Closeable lock, @Nullable LineFile lines, Damage damage, List<RunFact> unwritten) {
        this.disk = disk;
        this.folder = folder;
        this.lock = lock;
        this.lines = lines;
        this.damage = damage;
        this.unwritten = unwritten;
    }

    /** Returns all facts, in order. */
    public List<RunFact> facts() throws IOException {
        List<RunFact> all = new ArrayList<>();
        if (lines != null) {
            all.addAll(lines.reader(KINDS, damage, 0).read(Integer.MAX_VALUE));
        }
        all.addAll(unwritten);
        return all;
    }

    /**
     * Appends a fact. It survives the death of the JVM and a power cut when this returns. If the disk rejects it, only
     * this JVM knows it.
     */
    public void append(RunFact fact) {
        unwritten.add(fact);
        if (lines == null) {
            return;
        }
        try {
            for (RunFact each : unwritten) {
                lines.append(KINDS.encode(each));
            }
            lines.force();
            unwritten.clear();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "kept in memory only: facts of " + folder, e);
        }
    }

    /** Releases the lease. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (lines != null) {
                lines.close();
            }
        }
    }

    /** Returns whether no JVM needs the facts any more. */
    boolean isOver() throws IOException {
        Over over = new Over();
        facts().forEach(fact -> fact.tell(over));
        boolean old =
                disk.lastModified(folder.resolve(FILE)).isBefore(Instant.now().minus(FORGOTTEN));
        return over.isOver() && (!over.lasting() || old);
    }

    /** Deletes all facts. A JVM that comes later creates a new run. */
    void remove() throws IOException {
        if (lines != null) {
            lines.close();
        }
        for (Path entry : disk.list(folder)) {
            disk.delete(entry);
        }
        disk.delete(folder);
    }
}

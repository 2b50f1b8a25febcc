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

/** The right to speak to a destination about a run that several JVMs share. Not thread-safe; close it soon. */
public final class RunHold implements Closeable {

    private static final System.Logger LOG = System.getLogger(RunHold.class.getName());
    private static final Kinds<RunFact> KINDS = new Kinds<>(RunFact.class);
    /** Name of the file in its folder. */
    static final String FILE = "facts";

    /** No build takes longer between two of its JVMs. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Disk disk;
    private final Path folder;
    private final Closeable lock;
    private final @Nullable LineFile lines;
    private final Damage damage;
    private final List<RunFact> unwritten;

    /** @param unwritten facts that the disk did not take so far */
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

    /** Returns one that writes nothing down. */
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

    /** Returns all that is agreed on, in order. */
    public List<RunFact> facts() throws IOException {
        List<RunFact> all = new ArrayList<>();
        if (lines != null) {
            all.addAll(lines.reader(KINDS, damage, 0).read(Integer.MAX_VALUE));
        }
        all.addAll(unwritten);
        return all;
    }

    /**
     * Adds a fact. When this returns, neither the death of the JVM nor a power cut takes it, unless the disk takes nothing:
     * then this JVM remembers it, and the others do not know of it.
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
            LOG.log(System.Logger.Level.DEBUG, () -> "only in memory: what is agreed on in " + folder, e);
        }
    }

    /** Lets others speak. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (lines != null) {
                lines.close();
            }
        }
    }

    /** Returns whether nobody needs the facts any more. */
    boolean isOver() throws IOException {
        Over over = new Over();
        facts().forEach(fact -> fact.tell(over));
        boolean old =
                disk.lastModified(folder.resolve(FILE)).isBefore(Instant.now().minus(FORGOTTEN));
        return over.isOver() && (!over.lasting() || old);
    }

    /** Forgets all; whoever comes now begins anew. */
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

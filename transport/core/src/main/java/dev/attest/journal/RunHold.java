package dev.attest.journal;

import dev.attest.model.RunFact;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The right to speak to a destination about a run that several JVMs share. Not thread-safe; close it soon. */
public final class RunHold implements Closeable {

    private static final Kinds<RunFact> KINDS = new Kinds<>(RunFact.class);
    private static final String FILE = "facts";

    /** No build takes longer between two of its JVMs. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Disk disk;
    private final Path folder;
    private final Closeable lock;
    private final LineFile lines;
    private final Damage damage;

    static RunHold open(Disk disk, Path folder, Closeable lock) throws IOException {
        try {
            Damage damage = new Damage(disk, folder);
            return new RunHold(disk, folder, lock, LineFile.open(disk, folder.resolve(FILE), damage), damage);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private RunHold(Disk disk, Path folder, Closeable lock, LineFile lines, Damage damage) {
        this.disk = disk;
        this.folder = folder;
        this.lock = lock;
        this.lines = lines;
        this.damage = damage;
    }

    /** Returns all that is agreed on, in order. */
    public List<RunFact> facts() throws IOException {
        return lines.reader(KINDS, damage, 0).read(Integer.MAX_VALUE);
    }

    /**
     * Adds a fact. When this returns, neither the death of the JVM nor a power cut takes it.
     *
     * @throws IOException if it is not recorded: nobody must act on it then
     */
    public void append(RunFact fact) throws IOException {
        lines.append(KINDS.encode(fact));
        lines.force();
    }

    /** Lets others speak. */
    @Override
    public void close() throws IOException {
        try (lock) {
            lines.close();
        }
    }

    /** Returns whether nobody needs the facts any more. */
    boolean isOver() throws IOException {
        Over over = new Over();
        facts().forEach(fact -> fact.tell(over));
        boolean old = disk.lastModified(lines.file()).isBefore(Instant.now().minus(FORGOTTEN));
        return over.isOver() && (!over.lasting() || old);
    }

    /** Forgets all; whoever comes now begins anew. */
    void remove() throws IOException {
        lines.close();
        for (Path entry : disk.list(folder)) {
            disk.delete(entry);
        }
        disk.delete(folder);
    }
}

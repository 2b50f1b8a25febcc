package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.journal.event.RunFact;
import dev.attest.internal.journal.event.SharedRunState;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The right to create or complete a run that several JVMs share. Not thread-safe; close it soon. */
public final class RunLease implements Closeable {

    private static final GuardedLogger LOG = GuardedLogger.of(RunLease.class);
    private static final LineCodec<RunFact> CODEC = new LineCodec<>(RunFact.class);

    static final String FILE = "facts";

    /** No build has a longer gap between two of its JVMs. */
    private static final Duration MAX_GAP = Duration.ofDays(1);

    private final Disk disk;
    private final Path folder;
    private final Closeable lock;
    private final @Nullable LineFile lines;
    private final List<RunFact> unwritten;

    /** @param unwritten facts that the disk has rejected so far */
    static RunLease open(Disk disk, Path folder, Closeable lock, List<RunFact> unwritten) throws IOException {
        try {
            LineFile lines = LineFile.open(disk, folder.resolve(FILE), new Quarantine(disk, folder));
            return new RunLease(disk, folder, lock, lines, unwritten);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** @param lines if null, the facts stay in memory */
    RunLease(Disk disk, Path folder, Closeable lock, @Nullable LineFile lines, List<RunFact> unwritten) {
        this.disk = disk;
        this.folder = folder;
        this.lock = lock;
        this.lines = lines;
        this.unwritten = unwritten;
    }

    public List<RunFact> facts() throws IOException {
        List<RunFact> all = new ArrayList<>();
        if (lines != null) {
            all.addAll(lines.reader(CODEC, 0).read(Integer.MAX_VALUE));
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
                lines.append(CODEC.encode(each));
            }
            lines.force();
            unwritten.clear();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "kept in memory only: facts of " + folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            if (lines != null) {
                lines.close();
            }
        }
    }

    /** Returns whether no JVM needs the facts any more. */
    boolean hasEnded() throws IOException {
        SharedRunState run = SharedRunState.of(facts());
        boolean old =
                disk.lastModified(folder.resolve(FILE)).isBefore(Instant.now().minus(MAX_GAP));
        return run.hasEnded() && (!run.isReopenable() || old);
    }

    /** Deletes all facts. A JVM that comes later creates a new run. */
    void delete() throws IOException {
        if (lines != null) {
            lines.close();
        }
        disk.deleteWithFiles(folder);
    }
}

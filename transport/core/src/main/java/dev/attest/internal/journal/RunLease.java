package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.journal.event.RunFact;
import dev.attest.internal.journal.event.RunFactFormat;
import dev.attest.internal.journal.event.SharedRunState;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The right to create or complete a run that several JVMs share. Not thread-safe; close it soon. */
public final class RunLease implements Closeable {

    private static final GuardedLogger LOG = GuardedLogger.of(RunLease.class);
    private static final LineCodec<RunFact> CODEC = new LineCodec<>(new RunFactFormat());

    static final String FILE = "facts";

    /** No build has a longer gap between two of its JVMs. */
    private static final Duration MAX_GAP = Duration.ofDays(1);

    private final Disk disk;
    private final Path folder;
    private final Closeable lock;
    private final @Nullable LineFile lines;
    private final List<RunFact> unwritten;
    private final List<RunFact> known;

    /**
     * @param unwritten facts that the disk has rejected so far
     * @param known facts that this JVM has read or appended so far
     */
    static RunLease open(
            Disk disk, Path folder, Closeable lock, List<RunFact> unwritten, List<RunFact> known, MemoryBudget memory)
            throws IOException {
        LineFile lines = null;
        try {
            lines = LineFile.open(disk, folder.resolve(FILE), new Quarantine(disk, folder), memory);
            RunLease lease = new RunLease(disk, folder, lock, lines, unwritten, known);
            lease.restore();
            return lease;
        } catch (Throwable e) { // memory may be short, and nobody else releases the lock
            try (lock) {
                if (lines != null) {
                    lines.close();
                }
            }
            throw e;
        }
    }

    /** @param lines if null, the facts stay in memory */
    RunLease(
            Disk disk,
            Path folder,
            Closeable lock,
            @Nullable LineFile lines,
            List<RunFact> unwritten,
            List<RunFact> known) {
        this.disk = disk;
        this.folder = folder;
        this.lock = lock;
        this.lines = lines;
        this.unwritten = unwritten;
        this.known = known;
    }

    public List<RunFact> facts() throws IOException {
        List<RunFact> all = new ArrayList<>(written());
        all.addAll(unwritten);
        known.clear();
        known.addAll(all);
        return all;
    }

    private List<RunFact> written() throws IOException {
        return lines == null ? List.of() : lines.reader(CODEC, 0).read(Integer.MAX_VALUE);
    }

    /**
     * Writes again what is lost with a deleted folder. If another JVM has begun to do so, only the members are missing.
     */
    private void restore() throws IOException {
        List<RunFact> written = written();
        List<RunFact> lost = new ArrayList<>(known);
        if (!written.isEmpty()) {
            for (Iterator<RunFact> each = lost.iterator(); each.hasNext(); ) {
                RunFact fact = each.next();
                if (!(fact instanceof RunFact.Joined joined)
                        || written.contains(fact)
                        || known.contains(new RunFact.Left(joined.member()))) {
                    each.remove();
                }
            }
        }
        if (unwritten.isEmpty()) {
            for (RunFact fact : lost) {
                append(fact);
            }
        }
    }

    /**
     * Appends a fact. It survives the death of the JVM and a power cut when this returns. If the disk rejects it, only
     * this JVM knows it.
     */
    public void append(RunFact fact) {
        if (!isKnown(fact)) {
            known.add(fact);
        }
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

    /** Compares facts of one kind only: a run of one JVM has no two. */
    private boolean isKnown(RunFact fact) {
        for (RunFact each : known) {
            if (each.getClass() == fact.getClass() && each.equals(fact)) {
                return true;
            }
        }
        return false;
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
        known.clear();
        if (lines != null) {
            lines.close();
        }
        disk.deleteWithFiles(folder);
    }
}

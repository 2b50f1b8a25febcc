package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.AckFormat;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;

/**
 * The acknowledgements of one destination for one journal: lines as drawn in {@link Frame}, in the file
 * {@code <destination>.acks}. Thread-safe.
 */
public final class AckLog {

    private static final GuardedLogger LOG = GuardedLogger.of(AckLog.class);
    private static final LineCodec<Ack> CODEC = new LineCodec<>(new AckFormat());

    private final LineFile lines;

    /** Reads all or throws, since a missing acknowledgement would mean a second delivery. */
    static AckLog open(Disk disk, Path file, Quarantine quarantine, MemoryBudget memory) throws IOException {
        LineFile lines = LineFile.open(disk, file, quarantine, memory);
        try {
            AckLog log = new AckLog(lines);
            log.recorded();
            return log;
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    private AckLog(LineFile lines) {
        this.lines = lines;
    }

    /** Reads all acknowledgements so far, also those of earlier processes, in order. */
    public List<Ack> recorded() throws IOException {
        return lines.reader(CODEC, 0).read(Integer.MAX_VALUE);
    }

    /**
     * Appends an acknowledgement. It survives the death of the JVM when this returns. If it holds ids of the service,
     * the call waits for the disk, so that it survives a power cut too. The others are forced with the
     * {@linkplain Journal#force() journal}: if one is lost, Attest looks up the item at the service before it sends the
     * item again. The same happens if a full disk rejects one and the JVM dies.
     *
     * @throws IOException if neither the disk nor memory has room; the ids must not be used then
     */
    public void append(Ack ack) throws IOException {
        lines.append(CODEC.encode(ack));
        if (ack instanceof Ack.Created) {
            try {
                lines.force();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, () -> "kept in memory only: an acknowledgement of " + lines.file(), e);
            }
        }
    }

    boolean isOn(Disk disk) {
        return disk.exists(lines.file());
    }

    void restore(Disk disk) throws IOException {
        lines.restore(disk);
    }

    void force() throws IOException {
        lines.force();
    }

    void close() throws IOException {
        lines.close();
    }
}

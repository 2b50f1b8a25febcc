package dev.attest.internal.journal;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.journal.event.DestinationName;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The acknowledgements of one journal: a log for each destination. {@link #of} is called by one thread at a time. */
final class AckLogs {

    static final String SUFFIX = ".acks";

    private static final GuardedLogger LOG = GuardedLogger.of(AckLogs.class);

    private final Disk disk;
    private final JournalFolder folder;
    private final boolean adopted;
    private final Quarantine quarantine;
    private final MemoryBudget memory;
    private final Map<String, AckLog> logs = new ConcurrentHashMap<>();

    AckLogs(Disk disk, JournalFolder folder, boolean adopted, Quarantine quarantine, MemoryBudget memory) {
        this.disk = disk;
        this.folder = folder;
        this.adopted = adopted;
        this.quarantine = quarantine;
        this.memory = memory;
    }

    /** Returns the log of a destination, the same object at each call. The first call opens its file. */
    AckLog of(String destination) throws IOException {
        AckLog known = logs.get(destination);
        if (known != null) {
            return known;
        }
        DestinationName.require(destination);
        AckLog log = open(folder.path().resolve(destination + SUFFIX));
        logs.put(destination, log);
        return log;
    }

    /** Returns the destinations that have a log, opened or not. */
    Set<String> destinations() throws IOException {
        Set<String> names = new TreeSet<>(logs.keySet());
        for (Path file : disk.list(folder.path())) {
            if (isLog(file)) {
                names.add(destinationOf(file));
            }
        }
        return names;
    }

    static boolean isLog(Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    static String destinationOf(Path log) {
        String name = log.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    boolean areOnDisk() {
        for (AckLog log : logs.values()) {
            if (!log.isOn(disk)) {
                return false;
            }
        }
        return true;
    }

    /** Makes the files again that were deleted. */
    void restore() throws IOException {
        for (AckLog log : logs.values()) {
            log.restore(disk);
        }
    }

    void force() throws IOException {
        for (AckLog log : logs.values()) {
            log.force();
        }
    }

    void close() throws IOException {
        for (AckLog log : logs.values()) {
            log.close();
        }
    }

    /**
     * If the disk rejects the file, a JVM keeps the acknowledgements of its own journal in memory. The folder of that
     * journal is always new, so the empty log misses none. A JVM that adopts the journal looks up everything anyway.
     * The acknowledgements of another JVM must be read.
     */
    private AckLog open(Path file) throws IOException {
        try {
            AckLog log = AckLog.open(disk, file, quarantine, memory);
            try {
                folder.forceNames();
                return log;
            } catch (IOException e) {
                log.close();
                throw e;
            }
        } catch (IOException e) {
            if (adopted) {
                throw e;
            }
            LOG.log(Level.DEBUG, () -> "kept in memory only: " + file, e);
            return AckLog.open(MemoryDisk.forResults(memory), file, quarantine, memory);
        }
    }
}

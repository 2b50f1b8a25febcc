package dev.attest.internal.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Since when journals are known to have no owner. No system tells when a process died, so that is the moment when its
 * end was first seen. Thread-safe.
 */
final class LeftJournals {

    /**
     * @param lock what the lock file says, and when it was written: another owner may have come and gone meanwhile
     * @param since value of {@link System#nanoTime}
     */
    private record Left(LockOwner lock, Instant written, long since) {

        boolean isSame(Left other) {
            return lock.equals(other.lock) && written.equals(other.written);
        }
    }

    private final Disk disk;
    private final Map<Path, Left> known = new ConcurrentHashMap<>();

    LeftJournals(Disk disk) {
        this.disk = disk;
    }

    /** Looks whether the owner of a journal is gone. */
    void look(Path journal) {
        Left now = now(journal);
        if (now != null) {
            known.merge(journal, now, (before, later) -> before.isSame(later) ? before : later);
        }
    }

    /**
     * Returns the value of {@link System#nanoTime} at which the last owner of a journal was known to be gone; empty if
     * this is not known. Call this before the journal is locked.
     */
    OptionalLong since(Path journal) {
        Left before = known.remove(journal);
        Left now = before == null ? null : now(journal);
        return now != null && before.isSame(now) ? OptionalLong.of(before.since) : OptionalLong.empty();
    }

    /** Returns null if the owner may be alive. */
    private @Nullable Left now(Path journal) {
        try {
            LockOwner owner = LockOwner.of(journal);
            return owner.isAlive() || !owner.otherHost().isEmpty()
                    ? null
                    : new Left(owner, disk.lastModified(journal.resolve(JournalLock.FILE)), System.nanoTime());
        } catch (IOException e) {
            return null;
        }
    }
}

package dev.attest.internal.recorder;

import dev.attest.spi.TestId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Assigns a row to each test of a run, and a number to each attempt. Thread-safe. */
final class RowNumbers {

    private final AtomicInteger rows = new AtomicInteger();
    /** Keyed by UUID, a tenth of the size of the names: a run may have a hundred thousand tests. */
    private final Map<UUID, RowAttempt> latest = new ConcurrentHashMap<>();

    /** Returns the next attempt at a test; for a new test, the first one. */
    RowAttempt next(TestId test, Supplier<RowAttempt> first) {
        return latest.compute(
                test.uuid(), (id, last) -> last == null ? first.get() : new RowAttempt(last.row(), last.attempt() + 1));
    }

    /** Returns a new row for a test that is not known yet. */
    RowAttempt reserve() {
        return new RowAttempt(rows.incrementAndGet(), 1);
    }
}

package dev.attest.internal.recorder;

import dev.attest.spi.TestId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Gives each test of a run its row, and each of its attempts a number. Thread-safe. */
final class RowNumbers {

    private final AtomicInteger rows = new AtomicInteger();
    /** By the hash of the test, which is a tenth of its names: a run may have a hundred thousand. */
    private final Map<UUID, RowAttempt> latest = new ConcurrentHashMap<>();

    /** Returns the place of the next attempt at a test: attempt 1 of a new row for one that was not seen before. */
    RowAttempt next(TestId test) {
        return next(test, this::reserve);
    }

    /** The same, but that a test that was not seen before gets the row that was reserved for it. */
    RowAttempt next(TestId test, RowAttempt reserved) {
        return next(test, () -> reserved);
    }

    /** Returns a new row, for a test that is not known yet. */
    RowAttempt reserve() {
        return new RowAttempt(rows.incrementAndGet(), 1);
    }

    private RowAttempt next(TestId test, Supplier<RowAttempt> first) {
        return latest.compute(
                test.uuid(), (id, last) -> last == null ? first.get() : new RowAttempt(last.row(), last.attempt() + 1));
    }
}

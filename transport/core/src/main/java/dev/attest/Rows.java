package dev.attest;

import dev.attest.journal.event.Attachment;
import dev.attest.model.TestId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Gives each test of a run its row, and each of its attempts a number. Thread-safe. */
final class Rows {

    /** A row of the run, and an attempt in it. */
    record Place(int row, int attempt) {

        /** The place of what belongs to no test. */
        static final Place RUN = new Place(Attachment.RUN, 1);
    }

    private final AtomicInteger rows = new AtomicInteger();
    /** By the hash of the test, which is a tenth of its names: a run may have a hundred thousand. */
    private final Map<UUID, Place> latest = new ConcurrentHashMap<>();

    /** Returns the place of the next attempt at a test: attempt 1 of a new row for one that was not seen before. */
    Place next(TestId test) {
        return next(test, this::reserve);
    }

    /** The same, but that a test that was not seen before gets the row that was reserved for it. */
    Place next(TestId test, Place reserved) {
        return next(test, () -> reserved);
    }

    /** Returns a new row, for a test that is not known yet. */
    Place reserve() {
        return new Place(rows.incrementAndGet(), 1);
    }

    private Place next(TestId test, Supplier<Place> first) {
        return latest.compute(
                test.uuid(), (id, last) -> last == null ? first.get() : new Place(last.row(), last.attempt() + 1));
    }
}

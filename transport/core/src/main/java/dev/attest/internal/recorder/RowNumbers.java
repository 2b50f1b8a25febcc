package dev.attest.internal.recorder;

import dev.attest.spi.FingerprintMap;
import dev.attest.spi.TestId;
import org.jspecify.annotations.Nullable;

/** Assigns a row to each test of a run, and a number to each attempt. Thread-safe. */
final class RowNumbers {

    /** Rows, and in the upper half of the number the latest attempt, by fingerprints of tests. */
    private final FingerprintMap latest = new FingerprintMap();

    private int rows;

    /**
     * Returns the next attempt at a test; for a new test, the first one.
     *
     * @param reserved row of a new test; if null, it gets a new one
     */
    synchronized RowAttempt next(TestId test, @Nullable RowAttempt reserved) {
        long fingerprint = FingerprintMap.of(test.engine(), test.className(), test.method(), test.path());
        long last = latest.get(fingerprint);
        RowAttempt next = last != 0
                ? new RowAttempt((int) last, (int) (last >>> Integer.SIZE) + 1)
                : reserved == null ? reserve() : reserved;
        latest.put(fingerprint, ((long) next.attempt() << Integer.SIZE) | next.row());
        return next;
    }

    /** Returns a new row for a test that is not known yet. */
    synchronized RowAttempt reserve() {
        return new RowAttempt(++rows, 1);
    }
}

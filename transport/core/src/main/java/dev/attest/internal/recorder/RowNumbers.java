package dev.attest.internal.recorder;

import dev.attest.spi.FingerprintMap;
import dev.attest.spi.TestId;
import org.jspecify.annotations.Nullable;

/** Assigns a row to each test of a run, and a number to each attempt. Thread-safe. */
final class RowNumbers {

    /** Rows, and in the upper half of the number the latest attempt, by fingerprints of tests. */
    private final FingerprintMap latest = new FingerprintMap();

    private int rows;

    /** The test before, and the fingerprint of its method: the invocations of a method have the same texts. */
    private TestId before = new TestId("", "", "", "");

    private long methodBefore = FingerprintMap.of("", "", "");

    /**
     * Returns the next attempt at a test; for a new test, the first one.
     *
     * @param reserved row of a new test; if null, it gets a new one
     */
    synchronized RowAttempt next(TestId test, @Nullable RowAttempt reserved) {
        long fingerprint = FingerprintMap.of(fingerprintOfMethod(test), test.path());
        long last = latest.get(fingerprint);
        RowAttempt next = last != 0
                ? new RowAttempt((int) last, (int) (last >>> Integer.SIZE) + 1)
                : reserved == null ? reserve() : reserved;
        latest.put(fingerprint, ((long) next.attempt() << Integer.SIZE) | next.row());
        return next;
    }

    @SuppressWarnings("ReferenceEquality") // equal texts that are others cost time only
    private long fingerprintOfMethod(TestId test) {
        if (test.engine() != before.engine()
                || test.className() != before.className()
                || test.method() != before.method()) {
            methodBefore = FingerprintMap.of(test.engine(), test.className(), test.method());
        }
        before = test;
        return methodBefore;
    }

    /** Returns a new row for a test that is not known yet. */
    synchronized RowAttempt reserve() {
        return new RowAttempt(++rows, 1);
    }
}

package dev.attest.internal.delivery;

import org.jspecify.annotations.Nullable;

/** An attempt at a test of a journal. */
record AttemptKey(int row, int attempt) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttemptKey key && row == key.row && attempt == key.attempt;
    }

    /** Without the method handles of a record, which take longer than all keys of a run. */
    @Override
    public int hashCode() {
        return 31 * row + attempt;
    }
}

package dev.attest;

/** The attempts that output or screenshots are kept for. */
public enum When {
    /** Attempts that failed or never ended, but not skipped ones. */
    FAILED,
    /** Every attempt. */
    ALWAYS,
    /** No attempt. */
    NEVER;

    /**
     * Returns whether this includes an attempt.
     *
     * @param passed whether the attempt passed or was skipped
     */
    public boolean includes(boolean passed) {
        return this == ALWAYS || (this == FAILED && !passed);
    }
}

package dev.attest;

/** For which attempts something is kept. */
public enum When {
    /** For those that failed, or began and never ended; not for those that were skipped, whose reason is told. */
    FAILED,
    /** For all. */
    ALWAYS,
    /** For none. */
    NEVER;

    /**
     * Returns whether it is kept for an attempt.
     *
     * @param passed whether it passed or was skipped
     */
    public boolean includes(boolean passed) {
        return this == ALWAYS || (this == FAILED && !passed);
    }
}

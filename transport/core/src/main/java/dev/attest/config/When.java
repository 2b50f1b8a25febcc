package dev.attest.config;

/** For which attempts something is kept. */
public enum When {
    /** For those that did not pass. */
    FAILED,
    /** For all. */
    ALWAYS,
    /** For none. */
    NEVER;

    /** Returns whether it is kept for an attempt that passed, or did not. */
    public boolean includes(boolean passed) {
        return this == ALWAYS || (this == FAILED && !passed);
    }
}

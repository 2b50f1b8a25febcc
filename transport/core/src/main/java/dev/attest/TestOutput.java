package dev.attest;

/**
 * What one attempt at a test printed.
 *
 * @param console what certainly is its own
 * @param unattributed what may be its own
 */
record TestOutput(ConsoleOutput console, InDoubt unattributed) {

    /** Makes one that has nothing unattributed yet. */
    TestOutput(ConsoleOutput console) {
        this(console, new InDoubt());
    }
}

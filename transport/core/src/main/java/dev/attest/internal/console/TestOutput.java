package dev.attest.internal.console;

/**
 * What one attempt at a test printed.
 *
 * @param console what certainly is its own
 * @param unattributed what may be its own
 */
public record TestOutput(ConsoleOutput console, UnattributedOutput unattributed) {

    /** Makes one that has nothing unattributed yet. */
    public TestOutput(ConsoleOutput console) {
        this(console, new UnattributedOutput());
    }
}

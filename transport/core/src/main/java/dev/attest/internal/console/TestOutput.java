package dev.attest.internal.console;

/**
 * The output of one attempt at a test.
 *
 * @param console output that is certainly its own
 * @param unattributed output that may be its own
 */
public record TestOutput(ConsoleOutput console, UnattributedOutput unattributed) {

    public TestOutput(ConsoleOutput console) {
        this(console, new UnattributedOutput());
    }
}

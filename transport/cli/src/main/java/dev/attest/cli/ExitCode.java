package dev.attest.cli;

/** What the process ends with: the same for all commands. */
final class ExitCode {

    /** All is well, and nothing is left to be done. */
    static final int FINE = 0;

    /** Something waits, was refused, is damaged or not as it should be; what it is has been said. */
    static final int LEFT = 1;

    /** The command line or a setting is wrong: nothing was done. */
    static final int MISUSE = 2;

    /** It broke off, as when a folder cannot be read. */
    static final int FAILED = 3;

    private ExitCode() {}
}

package dev.attest.cli;

/** The exit codes of all commands. */
final class ExitCode {

    /** Nothing is left to do. */
    static final int FINE = 0;

    /** Something waits, was refused or is damaged, or a check failed. The output names it. */
    static final int LEFT = 1;

    /** The command line or a setting is wrong: nothing was done. */
    static final int MISUSE = 2;

    /** The command failed: a folder cannot be read, or the memory is too small, for example. */
    static final int FAILED = 3;

    private ExitCode() {}
}

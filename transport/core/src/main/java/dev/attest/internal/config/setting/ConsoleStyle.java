package dev.attest.internal.config.setting;

/** What Attest prints for people, beside warnings and the commands for CI systems. */
public enum ConsoleStyle {
    /** Where results go, what the tests came to, and what was not published. */
    PLAIN,
    /** What was not published. */
    QUIET
}

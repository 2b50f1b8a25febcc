package dev.attest.model;

/** How an attempt at a test ended, in the words of the test frameworks. */
public enum Outcome {
    /** The test ran and nothing was wrong. */
    PASSED,
    /** The test ran and something was wrong: an assertion, an exception, a timeout, a fixture of its own. */
    FAILED,
    /** The test did not run on purpose: disabled, or an assumption did not hold. */
    SKIPPED,
    /** The test did not run because something before it failed: a fixture of its class, a dependency. */
    NOT_STARTED,
    /** The test began, and the JVM ended before the test did. */
    ABORTED
}

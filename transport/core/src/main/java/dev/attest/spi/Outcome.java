package dev.attest.spi;

/** How an attempt at a test ended, in the terms of the test frameworks. */
public enum Outcome {
    /** The test ran without a failure. */
    PASSED,
    /** The test ran and failed: an assertion, an exception, a timeout, its own fixture. */
    FAILED,
    /** The test was skipped on purpose: it is disabled, or an assumption did not hold. */
    SKIPPED,
    /** The test did not start because a fixture of its class or a dependency failed. */
    NOT_STARTED,
    /** The test started, and the JVM ended before the test did. */
    ABORTED
}

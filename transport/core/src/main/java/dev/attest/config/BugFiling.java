package dev.attest.config;

/** When Attest files bugs. */
enum BugFiling {
    NEVER,
    /** For tests that fail after all their retries. */
    ON_FAILURE
}

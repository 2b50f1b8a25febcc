package dev.attest.internal.config.setting;

/** When Attest files bugs. */
public enum BugFiling {
    NEVER,
    /** For tests that fail after all their retries. */
    ON_FAILURE
}

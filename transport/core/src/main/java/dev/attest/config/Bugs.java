package dev.attest.config;

/** When bugs are filed. */
enum Bugs {
    /** Never. */
    NEVER,
    /** For tests that failed in the end. */
    ON_FAILURE
}

package dev.attest.internal.azure.api;

/** A kind of resource. Each has its own versions of the API. */
public enum ApiResource {
    RUNS,
    RESULTS,
    /** Attachments of results and of runs. */
    ATTACHMENTS,
    /** Test points. */
    POINTS,
    /** Plans and suites in the area {@code testplan}. */
    PLANS,
    /** The earlier results of a test. */
    HISTORY,
    /** The marks of flaky tests. */
    FLAKY_MARKS,
    /** The addresses of areas. */
    AREAS,
    BUILDS,
    WORK_ITEMS,
    /** Work items for a server that has them in an old version only. */
    OLD_WORK_ITEMS
}

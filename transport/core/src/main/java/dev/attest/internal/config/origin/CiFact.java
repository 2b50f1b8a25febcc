package dev.attest.internal.config.origin;

/** What the variables of a CI system tell of a job. */
enum CiFact {
    /** One of these is set in each job of the system, and nowhere else. */
    MARK,
    /** Together they identify a build; without the first one, the build has no id. */
    ID,
    /** Together with those of the build they identify an attempt of a job. */
    JOB,
    /** Names of the project and the job, from the widest to the narrowest. */
    TITLE,
    /** Number of the build, for people. */
    NUMBER,
    /** Attempt of the build or job, from 1 on. */
    ATTEMPT,
    /** Number of jobs of a slice that have all of {@link #JOB} in common. */
    SLICES,
    /** Page of the build or job. */
    LINK,
    BRANCH,
    COMMIT,
    /** Number of the pull request, or a reference or an address that contains it. */
    CHANGE,
    /** Who started the build. */
    USER
}

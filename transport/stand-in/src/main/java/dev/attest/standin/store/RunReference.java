package dev.attest.standin.store;

/** What a run belongs to. Lists of runs select by it. */
public enum RunReference {
    BUILD,
    BUILD_DEFINITION,
    BRANCH,
    PLAN,
    OWNER,
    RELEASE,
    RELEASE_DEFINITION,
    ENVIRONMENT,
    ENVIRONMENT_DEFINITION,
    /** Whether it is published for a build or for a release. */
    CONTEXT
}

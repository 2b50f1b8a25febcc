package dev.attest.standin.store;

import java.util.Map;

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
    CONTEXT;

    /** Returns the id of this kind among what a run belongs to; 0 for none. */
    public int id(Map<RunReference, String> references) {
        return Integer.parseInt(references.getOrDefault(this, "0"));
    }
}

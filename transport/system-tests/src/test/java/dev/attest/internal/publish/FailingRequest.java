package dev.attest.internal.publish;

/** The requests that a run is made of. */
enum FailingRequest {
    RUN_CREATION("POST", "/_apis/test/runs"),
    RESULT_BATCH("POST", "/_apis/test/runs/{run}/results"),
    FURTHER_ATTEMPTS("PATCH", "/_apis/test/runs/{run}/results"),
    ATTACHMENT("POST", "/_apis/test/runs/*/attachments"),
    COMPLETION("PATCH", "/_apis/test/runs/{run}");

    private final String method;
    private final String path;

    FailingRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Returns which requests of a project, in the words of the stand-in. */
    String of(String project) {
        return method + " /DefaultCollection/" + project + path + ": ";
    }
}

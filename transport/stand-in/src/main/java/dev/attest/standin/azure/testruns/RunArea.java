package dev.attest.standin.azure.testruns;

import dev.attest.standin.rules.ApiResource;
import java.util.List;

/**
 * An area that has runs and results. In the hosted product, {@code testresults} is at a host of its own. It has the
 * same runs as {@code test}, and is the only one that deletes attachments.
 */
record RunArea(
        String name,
        ApiResource runs,
        ApiResource results,
        ApiResource query,
        ApiResource history,
        ApiResource statistics,
        ApiResource runFiles,
        ApiResource resultFiles,
        ApiResource bugs) {

    static final RunArea TEST = new RunArea(
            "test",
            ApiResource.RUNS,
            ApiResource.RESULTS,
            ApiResource.RESULTS_QUERY,
            ApiResource.HISTORY,
            ApiResource.STATISTICS,
            ApiResource.RUN_ATTACHMENTS,
            ApiResource.RESULT_ATTACHMENTS,
            ApiResource.BUGS);

    static final RunArea TEST_RESULTS = new RunArea(
            "testresults",
            ApiResource.TESTRESULTS_RUNS,
            ApiResource.TESTRESULTS_RESULTS,
            ApiResource.TESTRESULTS_QUERY,
            ApiResource.TESTRESULTS_HISTORY,
            ApiResource.TESTRESULTS_STATISTICS,
            ApiResource.TESTRESULTS_RUN_FILES,
            ApiResource.TESTRESULTS_RESULT_FILES,
            ApiResource.TESTRESULTS_BUGS);

    static final List<RunArea> ALL = List.of(TEST, TEST_RESULTS);

    String path() {
        return "/{collection}/{project}/_apis/" + name;
    }

    String runPath() {
        return path() + "/runs/{run}";
    }

    String resultPath() {
        return runPath() + "/results/{result}";
    }

    boolean deletesFiles() {
        return equals(TEST_RESULTS);
    }
}

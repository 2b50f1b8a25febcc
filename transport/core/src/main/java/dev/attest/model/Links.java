package dev.attest.model;

import java.util.List;

/**
 * What the code of a test says it belongs to: ids, each once, in the order of the code.
 *
 * @param workItems of Azure DevOps
 * @param testCases of Azure Test Plans
 * @param qaCompleteTests of QAComplete
 */
public record Links(List<Integer> workItems, List<Integer> testCases, List<Integer> qaCompleteTests) {

    /** Those of a test whose code says nothing. */
    public static final Links NONE = new Links(List.of(), List.of(), List.of());

    public Links {
        workItems = List.copyOf(workItems);
        testCases = List.copyOf(testCases);
        qaCompleteTests = List.copyOf(qaCompleteTests);
    }
}

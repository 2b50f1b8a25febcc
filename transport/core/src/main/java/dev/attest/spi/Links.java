package dev.attest.spi;

import java.util.List;

/**
 * The items that the code of a test names: ids without duplicates, in the order of the code.
 *
 * @param workItems of Azure DevOps
 * @param testCases of Azure Test Plans
 * @param qaCompleteTests of QAComplete
 */
public record Links(List<Integer> workItems, List<Integer> testCases, List<Integer> qaCompleteTests) {

    /** The links of a test whose code names no items. */
    public static final Links NONE = new Links(List.of(), List.of(), List.of());

    public Links {
        workItems = List.copyOf(workItems);
        testCases = List.copyOf(testCases);
        qaCompleteTests = List.copyOf(qaCompleteTests);
    }
}

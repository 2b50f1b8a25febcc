package dev.attest.internal.azure.plans;

import dev.attest.internal.azure.api.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The link of a result to Azure Test Plans.
 *
 * @param testPoint the point that shows the outcome of the result
 * @param testCaseRevision null if it is unknown, or without a point
 */
public record TestCaseLink(
        @Nullable Reference testPoint,
        @Nullable Reference testCase,
        @Nullable Integer testCaseRevision) {

    public static final TestCaseLink NONE = new TestCaseLink(null, null, null);

    static TestCaseLink toCase(int testCase) {
        return new TestCaseLink(null, Reference.to(testCase), null);
    }

    static TestCaseLink toPoint(TestPoint point, @Nullable Integer revision) {
        return new TestCaseLink(new Reference(point.id()), Reference.to(point.testCase()), revision);
    }
}

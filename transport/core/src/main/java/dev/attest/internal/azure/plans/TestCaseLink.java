package dev.attest.internal.azure.plans;

import dev.attest.internal.azure.api.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What a result is of in Azure Test Plans.
 *
 * @param testPoint the point that then shows its outcome, or null
 * @param testCase the case, or null
 * @param testCaseRevision which revision of the case; null where that is not known, and without a point
 */
public record TestCaseLink(
        @Nullable Reference testPoint,
        @Nullable Reference testCase,
        @Nullable Integer testCaseRevision) {

    /** That of a result of no test case. */
    public static final TestCaseLink NONE = new TestCaseLink(null, null, null);

    static TestCaseLink toCase(int testCase) {
        return new TestCaseLink(null, Reference.to(testCase), null);
    }

    /** @param revision of the case; null if it is not known */
    static TestCaseLink toPoint(TestPoint point, @Nullable Integer revision) {
        return new TestCaseLink(new Reference(point.id()), Reference.to(point.testCase()), revision);
    }
}

package dev.attest.spi;

/**
 * Finds what tests belong to: work items and test cases of Azure DevOps, tests of QAComplete. The adapter of a
 * framework describes its tests with it before it reports them. Thread-safe; no method throws.
 */
public interface TestLinks {

    /** Returns those that find nothing. */
    static TestLinks none() {
        return NoTestLinks.INSTANCE;
    }

    /** Returns the test with all that it belongs to, by the annotations of its code, its tags and its names. */
    TestDescription test(TestDescription test, TestCode code, DisplayNames titles);

    /** Returns what surrounds tests, with the work items of its code: no test case has its outcome. */
    TestDescription fixture(TestDescription fixture, TestCode code);
}

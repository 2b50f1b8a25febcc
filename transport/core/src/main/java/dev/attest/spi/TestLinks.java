package dev.attest.spi;

/**
 * Finds the work items and test cases of Azure DevOps and the tests of QAComplete that a test belongs to. Adapters add
 * these links before they report a test. Thread-safe; no method throws.
 */
public interface TestLinks {

    /** Returns the test with its links, from the annotations of its code, its tags and its names. */
    TestDescription test(TestDescription test, TestCode code, DisplayNames titles);

    /** Returns the fixture with the work items of its code. A fixture has no links to test cases and tests. */
    TestDescription fixture(TestDescription fixture, TestCode code);
}

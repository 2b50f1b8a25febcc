package dev.attest.testkit;

/**
 * What a report says of one test, each attempt by itself.
 *
 * @param type name of its class
 * @param outcome as Azure DevOps calls it: {@code Passed}, {@code Failed}, {@code NotExecuted}; of an attempt that was
 *     not the last, {@code retried}
 * @param thrown name of the class of what it threw, or empty
 * @param message of what it threw, or empty
 */
public record ReportedTest(String type, String name, String outcome, String thrown, String message) {

    static final String PASSED = "Passed";
    static final String FAILED = "Failed";
    static final String NOT_EXECUTED = "NotExecuted";

    /** A failure after which the test was tried again: reports tell of it in several ways. */
    static final String RETRIED = "retried";

    static ReportedTest passed(String type, String name) {
        return new ReportedTest(type, name, PASSED, "", "");
    }

    /** Returns the name of its method, without what tells invocations and overloads apart. */
    public String method() {
        return name.replaceFirst("(?s)[\\[(].*", "");
    }
}

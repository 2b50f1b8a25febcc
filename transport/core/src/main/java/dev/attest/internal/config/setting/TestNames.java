package dev.attest.internal.config.setting;

/**
 * The contents of {@code automatedTestName} and {@code automatedTestStorage}, by which Azure DevOps keeps the history
 * of a test.
 */
public enum TestNames {
    /** {@code package.Class.method} and the class. */
    QUALIFIED,
    /**
     * {@code name} and {@code classname} of the test case in Surefire's XML, as {@code PublishTestResults@2} takes
     * them.
     */
    SUREFIRE
}

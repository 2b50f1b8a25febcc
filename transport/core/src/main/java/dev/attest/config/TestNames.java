package dev.attest.config;

/** What {@code automatedTestName} and {@code automatedTestStorage} hold in Azure DevOps, which keeps a test's history by them. */
public enum TestNames {
    /** {@code package.Class.method} and the class. */
    QUALIFIED,
    /** {@code name} and {@code classname} of the test case in Surefire's XML, as {@code PublishTestResults@2} takes them. */
    SUREFIRE
}

package dev.attest.internal.config.setting;

/** The contents of {@code automatedTestName} and {@code automatedTestStorage}: tests keep their history by them. */
public enum TestNames {
    /** {@code package.Class.method} and the class. */
    QUALIFIED,
    /** {@code name} and {@code classname} in Surefire's XML, as {@code PublishTestResults@2} takes them. */
    SUREFIRE
}

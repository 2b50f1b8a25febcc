package dev.attest.internal.config.setting;

/** What a failed test becomes in the log of a build. */
public enum AnnotationLevel {
    ERROR,
    WARNING,
    OFF
}

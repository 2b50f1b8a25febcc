package dev.attest.internal.config;

/** The kinds of sources, the strongest first. */
enum SourceKind {
    SYSTEM_PROPERTY("system property"),
    ENVIRONMENT("environment"),
    FRAMEWORK_PARAMETER("framework parameter"),
    PROPERTIES_FILE("attest.properties"),
    PIPELINE("Azure Pipelines variable");

    private final String title;

    SourceKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}

package dev.attest.internal.config;

import dev.attest.internal.config.setting.Key;
import java.util.List;

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

    /** Returns the names that a setting has in sources of this kind, the strongest first. */
    List<String> names(Key<?> key) {
        if (this == PIPELINE) {
            return key.pipelineVariables();
        }
        return List.of(this == ENVIRONMENT ? key.environmentName() : key.property());
    }

    /** Returns whether somebody meant a setting of Attest by the name. */
    boolean isOurs(String name) {
        if (this == PROPERTIES_FILE) {
            return true;
        }
        return this != PIPELINE && name.startsWith(this == ENVIRONMENT ? "ATTEST_" : "attest.");
    }
}

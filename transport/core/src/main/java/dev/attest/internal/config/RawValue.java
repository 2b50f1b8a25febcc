package dev.attest.internal.config;

import dev.attest.internal.config.setting.DisplayText;
import dev.attest.internal.config.setting.Key;

/**
 * The text that a source has for a setting, before it is converted.
 *
 * @param name name of the setting in this source
 * @param origin where it was found, in the words of a message
 */
record RawValue(Key<?> key, String value, SourceKind source, String name, String origin) {

    /** Returns whether the user set it. Azure Pipelines sets its variables in each job. */
    boolean isExplicit() {
        return source != SourceKind.PIPELINE;
    }

    /** Returns whether a file of the project has it, which is the same on each machine. */
    boolean isOfProject() {
        return source == SourceKind.FRAMEWORK_PARAMETER || source == SourceKind.PROPERTIES_FILE;
    }

    String shown() {
        return key.isSecret() ? "***" : DisplayText.of(value);
    }

    @Override
    public String toString() {
        return key.property() + " = " + shown() + " (" + origin + ")";
    }
}

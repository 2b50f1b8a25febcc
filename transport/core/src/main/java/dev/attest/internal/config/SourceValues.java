package dev.attest.internal.config;

import dev.attest.internal.config.setting.Key;
import java.util.List;
import java.util.Map;

/**
 * All values of one source.
 *
 * @param location the file of the source; empty if it is none
 */
record SourceValues(SourceKind kind, Map<String, String> values, String location) {

    SourceValues(SourceKind kind, Map<String, String> values) {
        this(kind, values, "");
    }

    /** Returns the names that the key has in this source, the strongest first. */
    List<String> names(Key<?> key) {
        return switch (kind) {
            case SYSTEM_PROPERTY, FRAMEWORK_PARAMETER, PROPERTIES_FILE -> List.of(key.property());
            case ENVIRONMENT -> List.of(key.environmentName());
            case PIPELINE -> key.pipelineVariables();
        };
    }

    /** Returns where the name is set, in the words of a message. */
    String origin(String name) {
        return location.isEmpty() ? kind.title() + " " + name : kind.title() + " at " + location;
    }

    /** Shows no value, as one may be a token. */
    @Override
    public String toString() {
        return kind.title() + (location.isEmpty() ? "" : " at " + location);
    }
}

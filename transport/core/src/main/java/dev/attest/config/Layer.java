package dev.attest.config;

import java.util.List;
import java.util.Map;

/**
 * All that one source says.
 *
 * @param location where the source is, for a file; else empty
 */
record Layer(Source source, Map<String, String> values, String location) {

    Layer(Source source, Map<String, String> values) {
        this(source, values, "");
    }

    /** Returns the names by which this source may know the key, the strongest first. */
    List<String> names(Key key) {
        return switch (source) {
            case SYSTEM_PROPERTY, FRAMEWORK_PARAMETER, PROPERTIES_FILE -> List.of(key.property());
            case ENVIRONMENT -> List.of(key.environmentName());
            case PIPELINE -> key.pipelineVariables();
        };
    }

    /** Returns where the name is set, in the words of a message. */
    String origin(String name) {
        return location.isEmpty() ? source.title() + " " + name : source.title() + " at " + location;
    }

    /** Never shows a value: one of them may be a token. */
    @Override
    public String toString() {
        return source.title() + (location.isEmpty() ? "" : " at " + location);
    }
}

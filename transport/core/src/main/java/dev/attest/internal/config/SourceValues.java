package dev.attest.internal.config;

import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.DisplayText;
import dev.attest.internal.config.setting.Key;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All values of one source.
 *
 * @param location the file of the source; empty if it is none
 */
record SourceValues(SourceKind kind, Map<String, String> values, String location) {

    private static final Pattern PIPELINE_MACRO = Pattern.compile("\\$\\([^()]+\\)|\\$\\[.+]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]+}");

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

    /** Returns the value of the key; null if it is absent, blank, or a macro or placeholder that nothing expanded. */
    @Nullable
    RawValue find(Key<?> key, Warnings warnings) {
        return names(key).stream()
                .filter(values::containsKey)
                .map(name -> new RawValue(key, values.getOrDefault(name, "").strip(), kind, name, origin(name)))
                .filter(raw -> isPresent(raw, warnings))
                .findFirst()
                .orElse(null);
    }

    /** Shows no value, as one may be a token. */
    @Override
    public String toString() {
        return kind.title() + (location.isEmpty() ? "" : " at " + location);
    }

    private static boolean isPresent(RawValue raw, Warnings warnings) {
        var value = raw.value();
        if (value.isEmpty()) {
            return false;
        }
        if (PIPELINE_MACRO.matcher(value).matches()) {
            warnings.addProblem(raw.key(), unexpanded(raw));
            return false;
        }
        if (PLACEHOLDER.matcher(value).matches()) {
            warnings.addProblem(
                    raw.key(),
                    raw.key().property() + " holds the placeholder " + DisplayText.of(value) + " (" + raw.origin()
                            + "), which nothing replaced. It counts as not set.");
            return false;
        }
        return true;
    }

    private static String unexpanded(RawValue raw) {
        var variable =
                raw.source() == SourceKind.PIPELINE ? raw.name() : raw.key().environmentName();
        var macro = raw.key().equals(AzureKeys.TOKEN) ? "$(System.AccessToken)" : "$(Your.Variable)";
        return raw.key().property() + " holds the macro " + DisplayText.of(raw.value()) + " (" + raw.origin()
                + "), which Azure Pipelines did not expand. It counts as not set. Is the variable defined for this job?"
                + " A secret reaches a step only where the YAML of the step maps it: `env:` and below it `" + variable
                + ": " + macro + "`.";
    }
}

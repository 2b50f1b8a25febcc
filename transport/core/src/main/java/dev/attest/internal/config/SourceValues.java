package dev.attest.internal.config;

import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.DisplayText;
import dev.attest.internal.config.setting.Key;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All values of one source.
 *
 * @param location the file of the source; empty if it is none
 */
record SourceValues(SourceKind kind, Map<String, String> values, String location) {

    private static final String PIPELINE_MACRO = "\\$\\([^()]+\\)|\\$\\[.+]";
    private static final String PLACEHOLDER = "\\$\\{[^{}]+}";

    SourceValues(SourceKind kind, Map<String, String> values) {
        this(kind, values, "");
    }

    /** Returns where the name is set, in the words of a message. */
    String origin(String name) {
        return location.isEmpty() ? kind.title() + " " + name : kind.title() + " at " + location;
    }

    /** Returns the value of the key; null if it is absent, blank, or a macro or placeholder that nothing expanded. */
    @Nullable
    RawValue find(Key<?> key, Warnings warnings) {
        for (var name : kind.names(key)) {
            var value = values.get(name);
            if (value != null) {
                var raw = new RawValue(key, value.strip(), kind, name, origin(name));
                if (isPresent(raw, warnings)) {
                    return raw;
                }
            }
        }
        return null;
    }

    /** Shows no value, as one may be a token. */
    @Override
    public String toString() {
        return kind.title() + (location.isEmpty() ? "" : " at " + location);
    }

    private static boolean isPresent(RawValue raw, Warnings warnings) {
        var value = raw.value();
        if (!value.startsWith("$")) {
            return !value.isEmpty();
        }
        if (value.matches(PIPELINE_MACRO)) {
            warnings.addProblem(raw.key(), unexpanded(raw));
            return false;
        }
        if (value.matches(PLACEHOLDER)) {
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

package dev.attest.internal.config;

import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.DisplayText;
import dev.attest.internal.config.setting.Key;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the strongest value of each key. Blank values and unexpanded macros count as absent.
 *
 * @param sources the strongest first
 */
record Lookup(List<SourceValues> sources, Warnings warnings) {

    private static final Pattern PIPELINE_MACRO = Pattern.compile("\\$\\([^()]+\\)|\\$\\[.+]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]+}");

    @Nullable
    RawValue find(Key<?> key) {
        for (var source : sources) {
            var raw = find(key, source);
            if (raw != null) {
                return raw;
            }
        }
        return null;
    }

    /** Returns the value of one source, even if a stronger one overrides it. */
    @Nullable
    RawValue find(Key<?> key, SourceKind kind) {
        for (var source : sources) {
            if (source.kind() == kind) {
                return find(key, source);
            }
        }
        return null;
    }

    private @Nullable RawValue find(Key<?> key, SourceValues source) {
        for (var name : source.names(key)) {
            var value = source.values().get(name);
            if (value == null) {
                continue;
            }
            var raw = new RawValue(key, value.strip(), source.kind(), name, source.origin(name));
            if (isPresent(raw)) {
                return raw;
            }
        }
        return null;
    }

    private boolean isPresent(RawValue raw) {
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

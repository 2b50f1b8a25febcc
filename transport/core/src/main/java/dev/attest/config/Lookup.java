package dev.attest.config;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the strongest value of each key. Blank values and macros that nobody expanded count as absent. */
final class Lookup {

    private static final Pattern PIPELINE_MACRO = Pattern.compile("\\$\\([^()]+\\)|\\$\\[.+]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]+}");

    private final List<Layer> layers;
    private final Warnings warnings;

    /** Takes the layers with the strongest first. */
    Lookup(List<Layer> layers, Warnings warnings) {
        this.layers = layers;
        this.warnings = warnings;
    }

    @Nullable
    Entry find(Key key) {
        for (var layer : layers) {
            var entry = find(key, layer);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    /** Returns what one source says, whatever overrides it. */
    @Nullable
    Entry find(Key key, Source source) {
        for (var layer : layers) {
            if (layer.source() == source) {
                return find(key, layer);
            }
        }
        return null;
    }

    private @Nullable Entry find(Key key, Layer layer) {
        for (var name : layer.names(key)) {
            var value = layer.values().get(name);
            if (value == null) {
                continue;
            }
            var entry = new Entry(key, value.strip(), layer.source(), name, layer.origin(name));
            if (present(entry)) {
                return entry;
            }
        }
        return null;
    }

    private boolean present(Entry entry) {
        var value = entry.value();
        if (value.isEmpty()) {
            return false;
        }
        if (PIPELINE_MACRO.matcher(value).matches()) {
            warnings.add(unexpanded(entry));
            return false;
        }
        if (PLACEHOLDER.matcher(value).matches()) {
            warnings.add(entry.key().property() + " holds the placeholder " + Shown.of(value) + " (" + entry.origin()
                    + "), which nothing has replaced, and counts as not set.");
            return false;
        }
        return true;
    }

    private static String unexpanded(Entry entry) {
        var variable =
                entry.source() == Source.PIPELINE ? entry.name() : entry.key().environmentName();
        var macro = entry.key() == Key.AZURE_TOKEN ? "$(System.AccessToken)" : "$(Your.Variable)";
        return entry.key().property() + " holds the macro " + Shown.of(entry.value()) + " (" + entry.origin()
                + "), which Azure Pipelines did not expand, and counts as not set. Is the variable defined for this job?"
                + " A secret reaches a step only where the YAML of the step maps it: `env:` and below it `" + variable
                + ": " + macro + "`.";
    }
}

package dev.attest.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names what looks like a setting and is none, and what was probably meant. Values are not shown: one may be a token. */
final class UnknownKeys {

    private static final String PREFIX = "attest.";
    private static final int MOST_TYPOS = 2;

    private UnknownKeys() {}

    static void report(Layer layer, Warnings warnings) {
        var known = Arrays.stream(Key.values())
                .collect(Collectors.toMap(key -> layer.names(key).get(0), Function.identity()));
        for (var name : new TreeMap<>(layer.values()).keySet()) {
            if (ours(layer.source(), name) && !known.containsKey(name)) {
                warnings.add("Unknown setting " + name + " (" + layer.origin(name) + ")" + hint(name, known));
            }
        }
    }

    private static boolean ours(Source source, String name) {
        return switch (source) {
            case SYSTEM_PROPERTY, FRAMEWORK_PARAMETER -> name.startsWith(PREFIX);
            case ENVIRONMENT -> name.startsWith("ATTEST_");
            case PROPERTIES_FILE -> true;
            case PIPELINE -> false;
        };
    }

    private static String hint(String name, Map<String, Key> known) {
        var nearest = nearest(canonical(name), known);
        return nearest == null ? ": it has no effect." : ": it has no effect. Did you mean " + nearest + "?";
    }

    private static @Nullable String nearest(String name, Map<String, Key> known) {
        String nearest = null;
        var least = Math.min(MOST_TYPOS, name.length() / 3) + 1;
        for (var candidate : new TreeMap<>(known).keySet()) {
            var other = canonical(candidate);
            var distance = other.endsWith("." + name) ? 1 : distance(name, other);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static String canonical(String name) {
        var dotted = name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
        return dotted.startsWith(PREFIX) ? dotted.substring(PREFIX.length()) : dotted;
    }

    /** Levenshtein's: how many characters have to be put in, taken out or changed. */
    private static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (var row = 1; row <= one.length(); row++) {
            var current = new int[other.length() + 1];
            current[0] = row;
            for (var column = 1; column <= other.length(); column++) {
                var changed = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}

package dev.attest.internal.config;

import dev.attest.internal.config.setting.Keys;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reports names that look like settings and are none. Shows no value, as one may be a token. */
final class UnknownKeys {

    private static final String PREFIX = "attest.";
    private static final int MAX_TYPOS = 2;

    private UnknownKeys() {}

    static void report(SourceValues source, Warnings warnings) {
        var unknown = new TreeSet<String>();
        for (var name : source.values().keySet()) {
            if (source.kind().isOurs(name)) {
                unknown.add(name);
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        var known = new TreeSet<String>();
        for (var key : Keys.all()) {
            known.addAll(source.kind().names(key));
        }
        unknown.removeAll(known);
        for (var name : unknown) {
            warnings.addProblem(null, "Unknown setting " + name + " (" + source.origin(name) + ")" + hint(name, known));
        }
    }

    private static String hint(String name, SortedSet<String> known) {
        var nearest = nearest(canonical(name), known);
        return nearest == null ? ": it has no effect." : ": it has no effect. Did you mean " + nearest + "?";
    }

    private static @Nullable String nearest(String name, SortedSet<String> known) {
        String nearest = null;
        var least = Math.min(MAX_TYPOS, name.length() / 3) + 1;
        for (var candidate : known) {
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

    /** Returns Levenshtein's distance: how many characters have to be inserted, deleted or replaced. */
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

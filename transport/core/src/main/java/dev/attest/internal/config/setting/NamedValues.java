package dev.attest.internal.config.setting;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A list such as {@code files=v1, tests=v2}, whose names are known. */
record NamedValues(Map<String, String> byName) {

    /** Returns which lists of these names are accepted, in words. */
    static String accepted(List<String> known) {
        return "one or more of " + String.join("=..., ", known) + "=...";
    }

    static NamedValues parse(String text, List<String> known) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split("[,;]", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = pair.substring(equals + 1).strip();
            if (!known.contains(name) || value.isEmpty()) {
                throw new IllegalArgumentException(accepted(known));
            }
            pairs.put(name, value);
        }
        return new NamedValues(pairs);
    }

    String get(String name, String otherwise) {
        return byName.getOrDefault(name, otherwise);
    }
}

package dev.attest.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A list such as {@code files=v1, tests=v2}, of names that are known. */
record Pairs(Map<String, String> byName) {

    static Pairs parse(String text, String... names) {
        List<String> known = List.of(names);
        Map<String, String> pairs = new HashMap<>();
        for (String pair : text.split("[,;]", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = pair.substring(equals + 1).strip();
            if (!known.contains(name) || value.isEmpty()) {
                throw new IllegalArgumentException("one or more of " + String.join("=..., ", known) + "=...");
            }
            pairs.put(name, value);
        }
        return new Pairs(pairs);
    }

    String get(String name, String otherwise) {
        return byName.getOrDefault(name, otherwise);
    }
}

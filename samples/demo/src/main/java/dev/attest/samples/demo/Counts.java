package dev.attest.samples.demo;

import java.util.Map;
import java.util.stream.Collectors;

/** Says how many there are of each. */
final class Counts {

    private Counts() {}

    static String text(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }
}

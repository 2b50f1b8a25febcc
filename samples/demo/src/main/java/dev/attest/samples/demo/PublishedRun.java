package dev.attest.samples.demo;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run as the service has it, with counts of its results by outcome and of its attachments by type.
 *
 * @param retried how many results have more than one attempt
 */
record PublishedRun(
        String name,
        String state,
        String url,
        Map<String, Integer> outcomes,
        int retried,
        Map<String, Integer> attachments) {

    String text() {
        return name + " (" + state + ")\n  " + url + "\n  results:     " + counts(outcomes)
                + (retried == 0 ? "" : "; " + retried + " tried more than once") + "\n  attachments: "
                + counts(attachments);
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }
}

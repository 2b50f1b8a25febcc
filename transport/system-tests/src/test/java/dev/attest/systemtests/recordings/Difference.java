package dev.attest.systemtests.recordings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One way in which a reply of the stand-in differs from a recorded one.
 *
 * @param member its path in the reply, such as {@code value[0].testRun.id}
 */
record Difference(RecordedExchange exchange, String member, String recorded, String actual) {

    /**
     * Returns a sentence for each difference; one that replies of the same kind share is named once, with its lines.
     */
    static List<String> sentences(List<Difference> differences) {
        Map<String, List<Difference>> byKind = new LinkedHashMap<>();
        for (Difference each : differences) {
            byKind.computeIfAbsent(each.kind(), unknown -> new ArrayList<>()).add(each);
        }
        return byKind.values().stream().map(Difference::sentence).toList();
    }

    private static String sentence(List<Difference> same) {
        Difference first = same.get(0);
        String others = same.stream()
                .map(each -> each.exchange.line())
                .filter(line -> line != first.exchange.line())
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return "%s: %s is %s in the recording, and %s in the stand-in%s."
                .formatted(
                        first.exchange.shown(),
                        first.member,
                        first.recorded,
                        first.actual,
                        others.isEmpty() ? "" : "; also in line " + others);
    }

    /** Items of a list are of the same kind as one that is asked for alone. */
    private String kind() {
        String list = exchange.method().equals("GET") ? "" : exchange.method();
        return String.join(
                " ",
                list,
                exchange.resource(),
                member.replaceFirst("^value\\[\\d+]\\.", "").replaceAll("\\[\\d+]", "[]"),
                recorded,
                actual);
    }
}

package dev.attest.standin.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The results of one class on a page.
 *
 * @param name the class; empty if the results name none
 * @param href the page with all results of the class
 * @param open whether the results are shown at once
 * @param mixed whether the results are of several classes, because they have an order of their own
 */
record ResultGroup(String name, String href, boolean open, boolean mixed, List<ResultLine> results) {

    /** With fewer results on the page, nothing is folded. */
    private static final int FEW = 20;

    /** Returns the groups in the order of their first results. Those with failures are open. */
    static List<ResultGroup> of(List<ResultLine> lines, ResultFilters filters) {
        if (!lines.isEmpty() && filters.ordersAcrossClasses()) {
            return List.of(new ResultGroup("All classes", "", true, true, lines));
        }
        var byClass = new LinkedHashMap<String, List<ResultLine>>();
        lines.forEach(line ->
                byClass.computeIfAbsent(line.suite(), name -> new ArrayList<>()).add(line));
        var unfolded = filters.active() || lines.size() <= FEW || byClass.size() == 1;
        return byClass.entrySet().stream()
                .map(group -> new ResultGroup(
                        PageText.visible(group.getKey()),
                        group.getKey().isEmpty()
                                ? ""
                                : filters.ofClass(group.getKey()).href(),
                        unfolded
                                || group.getValue().stream()
                                        .anyMatch(line -> !line.tone().equals("good")),
                        false,
                        group.getValue()))
                .toList();
    }

    String summary() {
        var failed = count("bad");
        var passed = count("good");
        var other = results.size() - failed - passed;
        var words = new ArrayList<String>();
        if (failed > 0) {
            words.add(failed + " failed");
        }
        if (other > 0) {
            words.add(other + " other");
        }
        if (passed > 0) {
            words.add(passed + " passed");
        }
        return String.join(", ", words);
    }

    String tone() {
        return count("bad") > 0 ? "bad" : count("good") == results.size() ? "good" : "wait";
    }

    private int count(String tone) {
        return (int) results.stream().filter(line -> line.tone().equals(tone)).count();
    }
}

package dev.attest.internal.azure.plans;

import dev.attest.internal.config.PlanSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the test cases that results could not be linked to: one remark for each problem. Thread-safe. */
final class TestCaseRemarks {

    private static final int MAX_NAMED = 50;

    private final PlanSettings settings;
    private final Map<Problem, Map<Integer, String>> detailsByCase = new EnumMap<>(Problem.class);

    TestCaseRemarks(PlanSettings settings) {
        this.settings = settings;
    }

    /** @param detail the test or the test points, for the first problem of this kind with the case */
    synchronized void add(Problem problem, int testCase, String detail) {
        detailsByCase.computeIfAbsent(problem, any -> new TreeMap<>()).putIfAbsent(testCase, detail);
    }

    synchronized List<String> all() {
        List<String> all = new ArrayList<>();
        if (detailsByCase.isEmpty()) {
            return all;
        }
        detailsByCase.forEach((problem, details) -> all.add(problem.remark.formatted(shown(details), plan())));
        return all;
    }

    private String plan() {
        return "plan " + settings.plan() + (settings.suite() > 0 ? ", suite " + settings.suite() : "")
                + (settings.configuration().isEmpty() ? "" : ", configuration " + settings.configuration());
    }

    private static String shown(Map<Integer, String> details) {
        List<String> named = details.entrySet().stream()
                .limit(MAX_NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList();
        String more = details.size() > MAX_NAMED ? " and " + (details.size() - MAX_NAMED) + " more" : "";
        return String.join(", ", named) + more;
    }

    /** Why a result was not linked to a test case, in the order of the remarks. */
    enum Problem {
        UNKNOWN("There is no test case %1$s, or the user of attest.azure.token may not see it: results went without."
                + " Correct @TestCase."),
        NO_POINT("There is no test point in %2$s for test case %1$s: add it to the plan, or correct attest.azure.plan,"
                + " attest.azure.suite or attest.azure.configuration."),
        AMBIGUOUS("There is more than one test point in %2$s for test case %1$s: results went without. Set"
                + " attest.azure.suite or attest.azure.configuration so that one is left."),
        NOT_FIRST("A result is of one test case, the first of its test that fits, and so not of %1$s: give each its own"
                + " test, or take it out of @TestCase.");

        private final String remark;

        Problem(String remark) {
            this.remark = remark;
        }
    }
}

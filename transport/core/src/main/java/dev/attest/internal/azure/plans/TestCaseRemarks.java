package dev.attest.internal.azure.plans;

import dev.attest.internal.config.PlanSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which test cases could not be given what tests say of them, and why: a sentence for each reason, with all their ids.
 * Thread-safe.
 */
final class TestCaseRemarks {

    private static final int MOST = 50;

    private final PlanSettings settings;
    private final Map<Integer, String> unknown = new TreeMap<>();
    private final Map<Integer, String> pointless = new TreeMap<>();
    private final Map<Integer, String> ambiguous = new TreeMap<>();
    private final Map<Integer, String> further = new TreeMap<>();

    TestCaseRemarks(PlanSettings settings) {
        this.settings = settings;
    }

    synchronized void unknown(int testCase, String test) {
        unknown.putIfAbsent(testCase, test);
    }

    synchronized void withoutPoint(int testCase, String test) {
        pointless.putIfAbsent(testCase, test);
    }

    synchronized void ambiguous(int testCase, List<TestPoint> points) {
        ambiguous.putIfAbsent(
                testCase,
                String.join("; ", points.stream().map(TestPoint::shown).toList()));
    }

    /** Notes that a test names this case too, and that its result went to another. */
    synchronized void further(int testCase, String test) {
        further.putIfAbsent(testCase, test);
    }

    synchronized List<String> all() {
        List<String> all = new ArrayList<>();
        add(
                all,
                unknown,
                "There is no test case ",
                ", or the user of attest.azure.token may not see it: results went without. Correct @TestCase.");
        add(
                all,
                pointless,
                "There is no test point in " + where() + " for test case ",
                ": add it to the plan, or correct attest.azure.plan, attest.azure.suite or attest.azure.configuration.");
        add(
                all,
                ambiguous,
                "There is more than one test point in " + where() + " for test case ",
                ": results went without. Set attest.azure.suite or attest.azure.configuration so that one is left.");
        add(
                all,
                further,
                "A result is of one test case, the first of its test that fits, and so not of ",
                ": give each its own test, or take it out of @TestCase.");
        return all;
    }

    private String where() {
        return "plan " + settings.plan() + (settings.suite() > 0 ? ", suite " + settings.suite() : "")
                + (settings.configuration().isEmpty() ? "" : ", configuration " + settings.configuration());
    }

    private static void add(List<String> all, Map<Integer, String> cases, String before, String after) {
        if (!cases.isEmpty()) {
            List<String> named = cases.entrySet().stream()
                    .limit(MOST)
                    .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                    .toList();
            String more = cases.size() > MOST ? " and " + (cases.size() - MOST) + " more" : "";
            all.add(before + String.join(", ", named) + more + after);
        }
    }
}

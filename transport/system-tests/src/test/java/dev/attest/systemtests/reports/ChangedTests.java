package dev.attest.systemtests.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources of tests whose results are changed by code of users: at each place, in each way, whatever the body does.
 * Names of tests say which, as {@code onTestStart_fails_passing}; the sources of the project read them.
 */
final class ChangedTests {

    /** How TestNG learns of the listener that changes tests, and what else there is about its tests. */
    enum Registration {
        BY_ANNOTATION("ByAnnotation", "ChangingAround", ""),
        BY_SERVICE_LOADER("ByServiceLoader", "Changing", ""),
        BY_SUITE("BySuite", "ChangingAround", ", retryAnalyzer = Again.class"),
        BY_PROPERTY("ByProperty", "ChangingAround", ", invocationCount = 2, successPercentage = 50");

        private final String listener;
        private final String ancestor;
        private final String attributes;

        Registration(String listener, String ancestor, String attributes) {
            this.listener = listener;
            this.ancestor = ancestor;
            this.attributes = attributes;
        }

        String listener() {
            return listener;
        }
    }

    /** Where code of users has a result in its hands. */
    private enum Place {
        ON_TEST_START("onTestStart"),
        BEFORE_INVOCATION("beforeInvocation"),
        SET_UP("setUp"),
        BEFORE_BODY("beforeBody"),
        AFTER_BODY("afterBody"),
        AFTER_INVOCATION("afterInvocation"),
        ON_TEST_SUCCESS("onTestSuccess", "passing"),
        ON_TEST_FAILURE("onTestFailure", "failing"),
        ON_TEST_SKIPPED("onTestSkipped", "skipping"),
        ON_WITHIN_PERCENTAGE("onWithinPercentage", "failing"),
        RETRY("retry", "failing"),
        BEFORE_TEAR_DOWN("beforeTearDown"),
        BEFORE_INVOKED_TEAR_DOWN("beforeInvokedTearDown"),
        TEAR_DOWN("tearDown"),
        AFTER_INVOKED_TEAR_DOWN("afterInvokedTearDown"),
        AFTER_TEAR_DOWN("afterTearDown");

        private final String place;
        private final List<String> bodies;

        Place(String place, String... bodies) {
            this.place = place;
            this.bodies = bodies.length == 0 ? List.of("passing", "failing", "skipping") : List.of(bodies);
        }

        private boolean isAroundTheTest() {
            return place.endsWith("earDown") || place.equals("setUp");
        }

        /** TestNG passes on what is thrown there, and ends. */
        private boolean endsTestNg() {
            return this == ON_TEST_FAILURE;
        }

        private String capitalized() {
            return Character.toUpperCase(place.charAt(0)) + place.substring(1);
        }
    }

    /** What is thrown is the last, for it keeps TestNG from running what follows in the class. */
    private static final List<String> CHANGES = List.of("passes", "fails", "failsBarely", "skips", "throws");

    private ChangedTests() {}

    /** Returns sources by the names of classes. */
    static Map<String, String> sources(Registration registration) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Place place : Place.values()) {
            if (place.isAroundTheTest() && registration.ancestor.equals("Changing")) {
                continue;
            }
            List<String> changes = CHANGES.stream()
                    .filter(change -> !change.equals("throws") || !place.endsTestNg())
                    .toList();
            String name = registration.listener + place.capitalized() + "Test";
            sources.put(name, source(registration, name, tests(registration, place, changes)));
        }
        return sources;
    }

    private static String source(Registration registration, String name, String tests) {
        return """
                package shop;
                import org.testng.annotations.*;
                %spublic class %s extends %s {
                %s}
                """.formatted(
                        registration == Registration.BY_ANNOTATION ? "@Listeners(ByAnnotation.class)\n" : "",
                        name,
                        registration.ancestor,
                        tests);
    }

    private static String tests(Registration registration, Place place, List<String> changes) {
        List<String> tests = new ArrayList<>();
        for (String change : changes) {
            for (String body : place.bodies) {
                tests.add("""
                            @Test(priority = %d%s) public void %s_%s_%s() { Change.body("%s"); }
                        """.formatted(
                                CHANGES.indexOf(change), registration.attributes, place.place, change, body, body));
            }
        }
        return String.join("", tests);
    }
}

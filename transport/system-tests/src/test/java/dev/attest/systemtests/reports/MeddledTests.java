package dev.attest.systemtests.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources of tests in which extensions and listeners of users throw: at each place, an exception or an abort,
 * whatever the body does. Names say which, as {@code afterEach_aborts_failing}; the sources of the project read them.
 */
final class MeddledTests {

    private static final List<String> PLACES_AROUND_A_TEST = List.of(
            "postProcess",
            "beforeEach",
            "beforeExecution",
            "beforeBody",
            "afterBody",
            "handler",
            "afterExecution",
            "afterEach",
            "preDestroy",
            "close",
            "watcher",
            "listenerStart",
            "listenerEnd");

    private static final List<String> PLACES_AROUND_A_CLASS = List.of("BeforeAll", "AfterAll", "Close");
    private static final List<String> BODIES = List.of("passing", "failing", "aborting");

    private MeddledTests() {}

    /** Returns sources by the names of classes. */
    static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        StringBuilder tests = new StringBuilder();
        for (String place : PLACES_AROUND_A_TEST) {
            for (String change : List.of("throws", "aborts")) {
                BODIES.forEach(body -> tests.append(test(place + "_" + change, body)));
            }
        }
        BODIES.forEach(body -> tests.append(test("handler_swallows", body)));
        sources.put("MeddledTest", source("Meddling", "MeddledTest", tests.toString()));
        for (String place : PLACES_AROUND_A_CLASS) {
            for (String change : List.of("Throws", "Aborts")) {
                String name = place + "_" + change + "_Test";
                StringBuilder members = new StringBuilder();
                BODIES.forEach(body -> members.append(test("plain", body)));
                members.append("@Nested class Inner { @Test void plain() {} }\n");
                sources.put(name, source("AroundClasses", name, members.toString()));
            }
        }
        return sources;
    }

    private static String test(String name, String body) {
        return "    @Test void %s_%s() { Meddling.body(\"%s\"); }\n".formatted(name, body, body);
    }

    private static String source(String extension, String name, String tests) {
        return """
                package shop;
                import org.junit.jupiter.api.*;
                import org.junit.jupiter.api.extension.*;
                @ExtendWith(%s.class) class %s {
                %s}
                """.formatted(extension, name, tests);
    }
}

package dev.attest.junit5;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names what failed around the tests of a class: a fixture by its annotation if the class has such a method, else the
 * phase. Extensions, constructors of shared instances and closed resources run in the same phases.
 */
final class ClassFixtures {

    /** When a container failed. */
    enum Phase {
        /** Nothing in it had begun. */
        BEFORE,
        /** Something in it had begun, and something had not. */
        DURING,
        /** All in it had begun. */
        AFTER
    }

    private record Annotations(String before, String after) {

        String of(Phase phase) {
            return phase == Phase.BEFORE ? before : after;
        }
    }

    /** By the ids of engines. They may be absent from the class path. */
    private static final Map<String, Annotations> ANNOTATIONS = Map.of(
            "junit-jupiter", new Annotations("org.junit.jupiter.api.BeforeAll", "org.junit.jupiter.api.AfterAll"),
            "junit-vintage", new Annotations("org.junit.BeforeClass", "org.junit.AfterClass"),
            "testng", new Annotations("org.testng.annotations.BeforeClass", "org.testng.annotations.AfterClass"),
            "junit-platform-suite",
                    new Annotations(
                            "org.junit.platform.suite.api.BeforeSuite", "org.junit.platform.suite.api.AfterSuite"));

    /** Limits the search for meta-annotations: some annotate themselves. */
    private static final int MAX_DEPTH = 3;

    private ClassFixtures() {}

    /** Returns whether the classes of an engine may have fixtures with annotations. */
    static boolean existIn(String engine) {
        return ANNOTATIONS.containsKey(engine);
    }

    static String name(String engine, @Nullable Class<?> type, Phase phase) {
        Annotations annotations = ANNOTATIONS.get(engine);
        if (phase == Phase.DURING) {
            return "execution";
        }
        if (annotations != null && type != null && declares(type, annotations.of(phase))) {
            return "@" + annotations.of(phase).replaceFirst(".*\\.", "");
        }
        return phase == Phase.BEFORE ? "set-up" : "tear-down";
    }

    private static boolean declares(Class<?> type, String annotation) {
        try {
            for (Class<?> each = type; each != null; each = each.getSuperclass()) {
                if (Arrays.stream(each.getDeclaredMethods()).anyMatch(method -> has(method, annotation, MAX_DEPTH))
                        || Arrays.stream(each.getInterfaces()).anyMatch(parent -> declares(parent, annotation))) {
                    return true;
                }
            }
            return false;
        } catch (RuntimeException | LinkageError e) {
            // A class that a signature or an annotation names is missing.
            return false;
        }
    }

    private static boolean has(AnnotatedElement element, String annotation, int depth) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getName().equals(annotation) || (depth > 0 && has(type, annotation, depth - 1)));
    }
}

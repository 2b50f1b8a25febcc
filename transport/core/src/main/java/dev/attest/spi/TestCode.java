package dev.attest.spi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code of a test, as far as its framework knows it.
 *
 * @param testClass the class of the test, null where it has none or it cannot be told
 * @param method the method of the test, null where it has none or it cannot be told
 */
public record TestCode(
        @Nullable Class<?> testClass, @Nullable Method method) {

    /** The code of a test of which nothing is known. */
    public static final TestCode UNKNOWN = new TestCode(null, null);

    /** How far annotations of annotations are followed: some are annotated by themselves. */
    private static final int DEEPEST = 3;

    /** Returns the first of {@link #allNearest}, null where there is none. */
    public <A extends Annotation> @Nullable A nearest(Class<A> kind) {
        List<A> nearest = allNearest(kind);
        return nearest.isEmpty() ? null : nearest.get(0);
    }

    /**
     * Returns the annotations of a kind that count for the test: of the method, else of its class or a class that this
     * extends, else of the classes around it, and at each place those of the annotations there.
     */
    public <A extends Annotation> List<A> allNearest(Class<A> kind) {
        try {
            List<A> nearest = method == null ? List.of() : of(method, kind, DEEPEST);
            for (Class<?> type = testClass; nearest.isEmpty() && type != null; type = type.getEnclosingClass()) {
                nearest = ofClass(type, kind);
            }
            return nearest;
        } catch (RuntimeException | LinkageError e) {
            // An annotation of the user's whose classes are missing: the test may well run without.
            return List.of();
        }
    }

    private static <A extends Annotation> List<A> ofClass(Class<?> type, Class<A> kind) {
        List<A> nearest = of(type, kind, DEEPEST);
        for (Class<?> up = type.getSuperclass(); nearest.isEmpty() && up != null; up = up.getSuperclass()) {
            nearest = of(up, kind, DEEPEST);
        }
        return nearest;
    }

    private static <A extends Annotation> List<A> of(AnnotatedElement element, Class<A> kind, int depth) {
        List<A> all = new ArrayList<>(List.of(element.getDeclaredAnnotationsByType(kind)));
        if (depth == 0) {
            return all;
        }
        for (Annotation other : element.getDeclaredAnnotations()) {
            Class<? extends Annotation> type = other.annotationType();
            if (!type.getName().startsWith("java.lang.")) {
                all.addAll(of(type, kind, depth - 1));
            }
        }
        return all;
    }
}

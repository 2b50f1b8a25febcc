package dev.attest.spi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The class and method of a test; null as far as its framework does not know them. */
public record TestCode(
        @Nullable Class<?> testClass, @Nullable Method method) {

    /** The code of a test whose class and method are unknown. */
    public static final TestCode UNKNOWN = new TestCode(null, null);

    /** Limits the search for meta-annotations: some annotate themselves. */
    private static final int MAX_DEPTH = 3;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TestCode code
                && Objects.equals(testClass, code.testClass)
                && Objects.equals(method, code.method);
    }

    /** Without the method handles of a record: it is called for each test, before they are compiled. */
    @Override
    public int hashCode() {
        return (testClass == null ? 0 : testClass.hashCode()) * 31 + (method == null ? 0 : method.hashCode());
    }

    /** Returns the first of {@link #allNearest}, or null if there is none. */
    public <A extends Annotation> @Nullable A nearest(Class<A> kind) {
        List<A> nearest = allNearest(kind);
        return nearest.isEmpty() ? null : nearest.get(0);
    }

    /**
     * Returns the nearest annotations of a type: on the method, else on its class or a superclass, else on an enclosing
     * class. Includes meta-annotations of the same place, and annotations of a copy of the type in another class
     * loader.
     */
    public <A extends Annotation> List<A> allNearest(Class<A> kind) {
        try {
            List<A> nearest = method == null ? List.of() : of(method, kind, MAX_DEPTH);
            for (Class<?> type = testClass; nearest.isEmpty() && type != null; type = type.getEnclosingClass()) {
                nearest = ofClass(type, kind);
            }
            return nearest;
        } catch (RuntimeException | LinkageError e) {
            // A class that the annotation needs is missing. The test may run without it.
            return List.of();
        }
    }

    private static <A extends Annotation> List<A> ofClass(Class<?> type, Class<A> kind) {
        List<A> nearest = of(type, kind, MAX_DEPTH);
        for (Class<?> up = type.getSuperclass(); nearest.isEmpty() && up != null; up = up.getSuperclass()) {
            nearest = of(up, kind, MAX_DEPTH);
        }
        return nearest;
    }

    private static <A extends Annotation> List<A> of(AnnotatedElement element, Class<A> kind, int depth) {
        List<A> all = new ArrayList<>(DeclaredAnnotations.of(element, kind));
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

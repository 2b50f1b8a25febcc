package dev.attest;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
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

    /**
     * Returns the annotation of a kind that counts for the test: of the method, else of its class or a class that this
     * extends, else of the classes around it, and of the annotations of each; null where there is none.
     */
    <A extends Annotation> @Nullable A nearest(Class<A> kind) {
        try {
            A nearest = method == null ? null : of(method, kind, DEEPEST);
            for (Class<?> type = testClass; nearest == null && type != null; type = type.getEnclosingClass()) {
                nearest = of(type, kind, DEEPEST);
            }
            return nearest;
        } catch (RuntimeException | LinkageError e) {
            // An annotation of the user's whose classes are missing: the test may well run without.
            return null;
        }
    }

    private static <A extends Annotation> @Nullable A of(AnnotatedElement element, Class<A> kind, int depth) {
        A own = element.getAnnotation(kind);
        if (own != null || depth == 0) {
            return own;
        }
        for (Annotation other : element.getAnnotations()) {
            Class<? extends Annotation> type = other.annotationType();
            A indirect = type.getName().startsWith("java.lang.") ? null : of(type, kind, depth - 1);
            if (indirect != null) {
                return indirect;
            }
        }
        return null;
    }
}

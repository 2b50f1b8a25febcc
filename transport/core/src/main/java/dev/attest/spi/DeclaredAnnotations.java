package dev.attest.spi;

import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the annotations of an element by the name of their type. A class loader of its own for the tests, as that of
 * Quarkus, loads copies of the types.
 */
final class DeclaredAnnotations {

    private DeclaredAnnotations() {}

    /** Returns the annotations of a type that are present on the element itself, repeated ones too. */
    static <A extends Annotation> List<A> of(AnnotatedElement element, Class<A> kind) {
        Repeatable repeatable = kind.getAnnotation(Repeatable.class);
        String container = repeatable == null ? "" : repeatable.value().getName();
        List<A> all = new ArrayList<>();
        for (Annotation each : element.getDeclaredAnnotations()) {
            String name = each.annotationType().getName();
            if (name.equals(kind.getName())) {
                add(element, each, kind, all);
            } else if (name.equals(container)) {
                for (Annotation repeated : (Annotation[]) CopiedAnnotation.value(each, "value")) {
                    add(element, repeated, kind, all);
                }
            }
        }
        return all;
    }

    private static <A extends Annotation> void add(
            AnnotatedElement element, Annotation found, Class<A> kind, List<A> all) {
        try {
            all.add(kind.isInstance(found) ? kind.cast(found) : CopiedAnnotation.as(kind, found));
        } catch (IllegalArgumentException otherVersion) {
            // Not the annotation itself: a CI system would execute some of the texts that its values may hold.
            warn("The @" + kind.getSimpleName() + " of " + element
                    + " is ignored. It comes from another version of Attest, in a class loader" + " of its own.");
        }
    }

    private static void warn(String message) {
        try {
            System.getLogger(DeclaredAnnotations.class.getName()).log(System.Logger.Level.WARNING, message);
        } catch (Throwable loggerFailed) {
            // The user's logger throws, or is mocked. That must not fail a test.
        }
    }
}

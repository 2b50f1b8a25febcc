package dev.attest.spi;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds the test methods of a class that share their name. Remembers each class. Thread-safe. */
public final class Overloads {

    private static final ClassValue<Set<String>> NAMES = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            try {
                return namesOf(type);
            } catch (LinkageError | RuntimeException e) {
                // A type of a signature or an annotation cannot be read, which is the matter of the tests.
                return Set.of();
            }
        }
    };

    private Overloads() {}

    /** Returns whether a class has, or inherits, several annotated methods of this name. */
    public static boolean has(Class<?> type, String method) {
        return NAMES.get(type).contains(method);
    }

    private static Set<String> namesOf(Class<?> type) {
        Map<String, Set<String>> signatures = new HashMap<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (!method.isSynthetic() && method.getAnnotations().length > 0) {
                    Set<String> ofName = signatures.get(method.getName());
                    if (ofName == null) {
                        ofName = new HashSet<>();
                        signatures.put(method.getName(), ofName);
                    }
                    ofName.add(Arrays.toString(method.getParameterTypes()));
                }
            }
        }
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, Set<String>> each : signatures.entrySet()) {
            if (each.getValue().size() > 1) {
                names.add(each.getKey());
            }
        }
        return Set.copyOf(names);
    }
}

package dev.attest.internal.browser;

import java.lang.ref.Reference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Recognizes the containers that can be read without computing a value or waiting for a lock: they have the methods of
 * the JDK, or of Guava's immutable collections. A mock is none of them.
 */
final class SafeContainers {

    private static final List<String> IMMUTABLE =
            List.of("com.google.common.collect.ImmutableMap", "com.google.common.collect.ImmutableCollection");

    private final Mocks mocks;
    private final boolean serial;

    /** @param serial whether no other thread can hold the lock of a container */
    SafeContainers(Mocks mocks, boolean serial) {
        this.mocks = mocks;
        this.serial = serial;
    }

    /** Returns whether an object is such a container. */
    boolean contain(Object candidate) {
        if (candidate instanceof Object[]) {
            return true;
        }
        boolean readable;
        if (candidate instanceof ThreadLocal<?> local) {
            readable = isSafe(local);
        } else if (candidate instanceof Map<?, ?>) {
            readable = hasKnownMethod(candidate, "entrySet");
        } else if (candidate instanceof Collection<?>) {
            readable = hasKnownMethod(candidate, "iterator");
        } else {
            readable = isReference(candidate);
        }
        return readable && !mocks.isMock(candidate);
    }

    /** Returns whether {@code get} creates no value for a thread that has none. */
    static boolean isSafe(ThreadLocal<?> local) {
        Class<?> type = local.getClass();
        while (type != ThreadLocal.class && type != InheritableThreadLocal.class) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0
                        && (method.getName().equals("initialValue")
                                || method.getName().equals("get"))) {
                    return false;
                }
            }
            type = type.getSuperclass();
        }
        return true;
    }

    private static boolean isReference(Object candidate) {
        return candidate instanceof AtomicReference<?>
                || candidate instanceof AtomicReferenceArray<?>
                || candidate instanceof Optional<?>
                || (candidate.getClass().getClassLoader() == null
                        && (candidate instanceof Reference<?> || candidate instanceof CompletableFuture<?>));
    }

    /**
     * Returns whether a method of the JDK or Guava reads a container that it has filled. An abstract class of the JDK
     * calls the class below it, and a class that is {@code Lazy} or {@code Stable} computes its elements.
     */
    private boolean hasKnownMethod(Object container, String name) {
        Class<?> type = container.getClass();
        if (IMMUTABLE.stream().anyMatch(each -> Reflection.is(container, each))) {
            return true;
        }
        if (isComputed(type) || (!serial && isLocked(container))) {
            return false;
        }
        try {
            Class<?> declaring = type.getMethod(name).getDeclaringClass();
            return type.getClassLoader() == null
                    || (declaring.getClassLoader() == null && !Modifier.isAbstract(declaring.getModifiers()));
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }

    private static boolean isComputed(Class<?> type) {
        return type.getClassLoader() == null
                && (type.getName().contains("Lazy") || type.getName().contains("Stable"));
    }

    /** Another thread may hold such a lock while it starts a browser. */
    private static boolean isLocked(Object container) {
        return container instanceof Hashtable<?, ?>
                || container instanceof Vector<?>
                || container.getClass().getName().startsWith("java.util.Collections$Synchronized");
    }
}

package dev.attest.internal.guard;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a test may have mocked static methods or constructors, which holds on its thread. Once it may have,
 * this stays so. Thread-safe.
 *
 * <p>The first such mock of Mockito initializes a class of it. Java 17 to 21 tell whether a class is initialized; where
 * that is not known, there may always be a mock.
 */
final class StaticMocks {

    private static final String MOCKITO = "org/mockito/Mockito.class";
    private static final String POWER_MOCK = "org/powermock/core/MockRepository.class";

    /** Their first objects are the first mocks of static methods and of constructors. */
    private static final List<String> OF_MOCKITO =
            List.of("org.mockito.internal.MockedStaticImpl", "org.mockito.internal.MockedConstructionImpl");

    private final ClassLoader loader;
    private final Class<?>[] kinds;
    private final @Nullable Predicate<Class<?>> uninitialized;
    private volatile boolean possible;

    /**
     * @param loader the class path of the tests
     * @param kinds classes that a mock initializes; null if they are not known
     */
    StaticMocks(ClassLoader loader, Class<?> @Nullable [] kinds) {
        this.loader = loader;
        this.kinds = kinds == null ? new Class<?>[0] : kinds;
        this.uninitialized = kinds == null ? null : uninitialized();
        this.possible = uninitialized == null;
    }

    /** Returns the mocks of the libraries on a class path; null if none of them can mock for single threads. */
    static @Nullable StaticMocks on(ClassLoader classPath) {
        if (classPath.getResource(POWER_MOCK) != null) {
            return new StaticMocks(classPath, null);
        }
        return classPath.getResource(MOCKITO) == null ? null : new StaticMocks(classPath, ofMockito(classPath));
    }

    /**
     * Returns whether there may be a mock on the calling thread. Until there may, this runs no code that a test can
     * mock. A thread with another class loader may have a Mockito of its own.
     */
    boolean mayExist() {
        Predicate<Class<?>> isUnused = uninitialized;
        if (possible || isUnused == null || Thread.currentThread().getContextClassLoader() != loader) {
            return true;
        }
        for (Class<?> kind : kinds) {
            if (!isUnused.test(kind)) {
                possible = true;
                return true;
            }
        }
        return false;
    }

    private static Class<?> @Nullable [] ofMockito(ClassLoader loader) {
        Class<?>[] found = new Class<?>[OF_MOCKITO.size()];
        try {
            for (int i = 0; i < found.length; i++) {
                found[i] = Class.forName(OF_MOCKITO.get(i), false, loader);
            }
            return found;
        } catch (ClassNotFoundException | LinkageError e) {
            return null; // another version of Mockito
        }
    }

    /**
     * Returns a method of {@code sun.misc.Unsafe}, which has it before Java 22; null if there is none. A call of it by
     * reflection would run what a test may mock.
     */
    @SuppressWarnings("unchecked") // of the only interface that is asked for
    private static @Nullable Predicate<Class<?>> uninitialized() {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field instance = type.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            MethodHandle asked =
                    lookup.findVirtual(type, "shouldBeInitialized", MethodType.methodType(boolean.class, Class.class));
            MethodHandle factory = LambdaMetafactory.metafactory(
                            lookup,
                            "test",
                            MethodType.methodType(Predicate.class, type),
                            MethodType.methodType(boolean.class, Object.class),
                            asked,
                            MethodType.methodType(boolean.class, Class.class))
                    .getTarget();
            return (Predicate<Class<?>>) factory.invoke(instance.get(null));
        } catch (Throwable e) {
            return null; // this JVM does not tell
        }
    }
}

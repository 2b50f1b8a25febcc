package dev.attest.internal.browser.classes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Tells whether a class is initialized, without initializing it. To read a static field would initialize its class. */
public enum ClassInitialization {
    INITIALIZED,
    /** Its static fields hold nothing yet. Another thread may be about to initialize it. */
    UNINITIALIZED,
    UNKNOWN;

    /** The first version in which the handle of a static field does not initialize its class. */
    private static final int LAZY_HANDLES = 22;

    private static final @Nullable Method SHOULD_BE_INITIALIZED = shouldBeInitialized();

    /** Returns the state of a class; {@link #UNKNOWN} if this JVM does not tell. */
    public static ClassInitialization of(Class<?> type) {
        try {
            Method ofUnsafe = SHOULD_BE_INITIALIZED;
            if (ofUnsafe != null) {
                return Boolean.TRUE.equals(ofUnsafe.invoke(unsafe(), type)) ? UNINITIALIZED : INITIALIZED;
            }
            return Runtime.version().feature() < LAZY_HANDLES ? UNKNOWN : fromHandle(type);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return UNKNOWN;
        }
    }

    /** The JDK uses a different class for a handle whose first use would initialize the class of its field. */
    private static ClassInitialization fromHandle(Class<?> type) throws ReflectiveOperationException {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                VarHandle handle = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                        .findStaticVarHandle(type, field.getName(), field.getType());
                String name = handle.getClass().getSimpleName();
                return name.equals("LazyInitializingVarHandle")
                        ? UNINITIALIZED
                        : name.contains("FieldStatic") ? INITIALIZED : UNKNOWN;
            }
        }
        return UNKNOWN;
    }

    /** Returns a method of {@code sun.misc.Unsafe}, which has it before version 22; null if there is none. */
    private static @Nullable Method shouldBeInitialized() {
        try {
            return Class.forName("sun.misc.Unsafe").getMethod("shouldBeInitialized", Class.class);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    private static Object unsafe() throws ReflectiveOperationException {
        Field instance = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        return instance.get(null);
    }
}

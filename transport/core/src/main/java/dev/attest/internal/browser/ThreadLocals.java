package dev.attest.internal.browser;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Reads what the calling thread has in a {@code ThreadLocal}, where that cannot make it. */
final class ThreadLocals {

    private ThreadLocals() {}

    /** Returns whether nothing is made when a thread that has no value asks for it. */
    static boolean isInert(ThreadLocal<?> local) {
        for (Class<?> type = local.getClass(); !isPlain(type); type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0
                        && (method.getName().equals("initialValue")
                                || method.getName().equals("get"))) {
                    return false;
                }
            }
        }
        return true;
    }

    static @Nullable Object valueOf(ThreadLocal<?> inert) {
        return inert.get();
    }

    private static boolean isPlain(Class<?> type) {
        return type == ThreadLocal.class || type == InheritableThreadLocal.class;
    }
}

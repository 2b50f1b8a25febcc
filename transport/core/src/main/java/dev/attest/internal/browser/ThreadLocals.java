package dev.attest.internal.browser;

import java.lang.reflect.Method;

/** Tells which {@code ThreadLocal}s can be read without creating a value. */
final class ThreadLocals {

    private ThreadLocals() {}

    /** Returns whether {@code get} creates no value for a thread that has none. */
    static boolean isSafe(ThreadLocal<?> local) {
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

    private static boolean isPlain(Class<?> type) {
        return type == ThreadLocal.class || type == InheritableThreadLocal.class;
    }
}

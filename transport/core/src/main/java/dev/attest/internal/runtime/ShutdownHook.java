package dev.attest.internal.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done when the JVM is told to end while tests run. Not armed, it keeps nothing in memory, neither a
 * thread nor a class loader. Not thread-safe.
 */
final class ShutdownHook {

    private final Runnable action;
    private @Nullable Thread armed;

    ShutdownHook(Runnable action) {
        this.action = action;
    }

    void arm() {
        if (armed == null) {
            Thread hook = new Thread(action, "attest-shutdown");
            try {
                Runtime.getRuntime().addShutdownHook(hook);
                armed = hook;
            } catch (IllegalStateException e) {
                // The JVM is ending already: what is recorded now stays for the next build.
            }
        }
    }

    void disarm() {
        Thread hook = armed;
        if (hook != null) {
            armed = null;
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is ending, and the hook finds nothing left to do.
            }
        }
    }
}

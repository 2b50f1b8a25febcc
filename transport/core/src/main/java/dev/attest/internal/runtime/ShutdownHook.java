package dev.attest.internal.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Runs an action if the JVM shuts down while tests run. While it is not armed, it holds no thread and no class loader.
 * Not thread-safe.
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
                // The JVM is shutting down: events that are recorded now stay in the journal for the next build.
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
                // The JVM is shutting down, and the hook has nothing left to do.
            }
        }
    }
}

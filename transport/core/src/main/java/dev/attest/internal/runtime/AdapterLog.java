package dev.attest.internal.runtime;

import dev.attest.internal.guard.GuardedLogger;

/** What the adapters log. Nothing reaches the caller, and a CI system executes nothing of it. */
public final class AdapterLog {

    private AdapterLog() {}

    /**
     * Logs a failure.
     *
     * @param owner the class whose name the logger has
     */
    public static void log(Class<?> owner, System.Logger.Level level, String message, Throwable thrown) {
        try {
            GuardedLogger.of(owner).log(level, message, thrown);
        } catch (Throwable e) {
            // Memory is short. That must not fail a test.
        }
    }
}

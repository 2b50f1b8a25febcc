package dev.attest.junit5;

import dev.attest.internal.runtime.AdapterLog;
import java.util.concurrent.atomic.AtomicBoolean;

/** What becomes of a failure of Attest in a callback: it is logged, and goes no further, whatever the logger does. */
final class ListenerFailures {

    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private ListenerFailures() {}

    /** Warns of the first failure in this JVM. The Platform would end the build for some, such as a lack of memory. */
    static void warnOnce(Throwable thrown) {
        if (!WARNED.getAndSet(true)) {
            log(
                    System.Logger.Level.WARNING,
                    "Attest could not report an event of the JUnit Platform. The tests go on.",
                    thrown);
        }
    }

    static void log(System.Logger.Level level, String message, Throwable thrown) {
        try {
            AdapterLog.log(PublishingListener.class, level, message, thrown);
        } catch (Throwable notLoaded) {
            // Memory is short. That must not fail a test.
        }
    }
}

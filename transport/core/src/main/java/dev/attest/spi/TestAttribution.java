package dev.attest.spi;

import org.jspecify.annotations.Nullable;

/** Finds the test that the calling thread works for. No method throws. Thread-safe. */
public interface TestAttribution {

    /**
     * Returns the key of the test that the calling thread works for: the innermost test that began on it, else the test
     * that created the thread, else the only running test. Null outside a test, and if several tests are possible.
     */
    @Nullable
    String current();

    /**
     * Returns the key of the innermost test that began on the calling thread and has not ended; null if there is none.
     */
    @Nullable
    String innermost();

    /** Adds what knows the callbacks of a framework. It takes precedence over the test of the thread. */
    void addLookup(CallbackLookup lookup);

    void removeLookup(CallbackLookup lookup);

    /**
     * Returns whether a container of tests is running in a plan that is reported. If not, a test has started an engine
     * without listeners, and what happens there belongs to that test.
     */
    boolean isRunning(String container);

    /**
     * Returns a key for the test that begins next on the calling thread: its instance is being created, or a callback
     * is about its start. Attachments and comments under this key go to that test, else to the run. Null otherwise.
     */
    @Nullable
    String upcoming();

    /** Reports that no test begins next on the calling thread: what {@link #upcoming} was used for goes to the run. */
    void abandonUpcoming();

    /**
     * Runs an event of the calling thread, and waits for its end: on a thread of Attest if a library is on the class
     * path that mocks static methods, such as {@code Instant.now()}, on the thread of a test. Tests that begin in the
     * event begin on the calling thread. Throws what the event throws.
     *
     * @param event should be an object whose class is loaded; a lambda may need mocked methods when it is created
     */
    void apart(Runnable event);

    /** Returns the calling thread; in an event, the thread that waits for it. */
    Thread thread();

    /** Returns whether no two tests of this JVM have run at the same time on different threads. */
    boolean isSerial();
}

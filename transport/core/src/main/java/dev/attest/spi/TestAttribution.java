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
     * Sets what runs before each look-up, on the thread that asks. The adapter can report there that a test has started
     * of which the framework has not told it yet: the framework may tell another listener first. Replaces the former
     * action.
     */
    void beforeLookup(Runnable action);

    /**
     * Returns a key for the test whose instance the calling thread is creating. Attachments and comments under this key
     * go to the next test that begins on this thread, else to the run. Null if no instance is being created.
     */
    @Nullable
    String upcoming();

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
}

package dev.attest.spi;

import java.util.Optional;

/** Finds the test that the calling thread works for. No method throws. Thread-safe. */
public interface TestAttribution {

    /**
     * Returns the key of the test that the calling thread works for: the innermost test that began on it, else the test
     * that created the thread, else the only running test. Empty outside a test, and if several tests are possible.
     */
    Optional<String> current();

    /**
     * Sets what runs before each look-up, on the thread that asks. The adapter can report there that a test has started
     * of which the framework has not told it yet: the framework may tell another listener first. Replaces the former
     * action.
     */
    void beforeLookup(Runnable action);

    /**
     * Returns a key for the test whose instance the calling thread is creating. Attachments and comments under this key
     * go to the next test that begins on this thread, else to the run. Empty if no instance is being created.
     */
    Optional<String> upcoming();
}

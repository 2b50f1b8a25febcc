package dev.attest.spi;

import java.util.Optional;

/** Tells which test the calling thread works for. No method throws. Thread-safe. */
public interface TestAttribution {

    /**
     * Returns the key of the test that the calling thread works for: the innermost that began on it, else the one
     * within which the thread was made, else the only one that runs. Empty outside a test, and where several tests come
     * into question.
     */
    Optional<String> current();

    /**
     * Returns a key for the test whose instance the calling thread makes, before the framework tells which test that
     * is. What is attached and said under this key waits for the test that begins next on this thread; if none does, it
     * goes to the run. Empty where no instance is made.
     */
    Optional<String> upcoming();
}

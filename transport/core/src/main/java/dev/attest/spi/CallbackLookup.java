package dev.attest.spi;

import org.jspecify.annotations.Nullable;

/**
 * Finds the test of a call from a callback of the framework. The framework calls one listener after the other, so a
 * listener may call Attest before the adapter is told that a test starts, or after it is told of the end. Asked on the
 * thread of the call. Thread-safe.
 */
public interface CallbackLookup {

    /** Returns the key of the test that the callback is about; null if the thread does not run such a callback. */
    @Nullable
    String test();

    /** Returns whether a container of tests has started and not ended in a plan that is reported. */
    default boolean isRunning(String container) {
        return false;
    }

    /** Returns whether the callback is about the test that begins next on the calling thread. */
    default boolean isNext() {
        return false;
    }
}

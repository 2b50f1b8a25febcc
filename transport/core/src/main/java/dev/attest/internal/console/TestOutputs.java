package dev.attest.internal.console;

import org.jspecify.annotations.Nullable;

/** Finds the output of running tests. Thread-safe. */
public interface TestOutputs {

    /** Returns the output of a running test; null if no running test has this key. */
    @Nullable
    TestOutput of(String key);

    /** Returns the key of the test whose instance the calling thread is creating. */
    String pendingKey();
}

package dev.attest.internal.console;

import org.jspecify.annotations.Nullable;

/** Finds where the output of running tests goes. Thread-safe. */
public interface TestOutputs {

    /** Returns the output of a running test, null where no test has this key. */
    @Nullable
    TestOutput of(String key);

    /** Returns the key of the test whose instance the calling thread makes. */
    String pendingKey();
}

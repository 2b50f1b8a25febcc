package dev.attest.internal.recorder;

import dev.attest.spi.Outcome;
import dev.attest.spi.TestCode;

/** Is told of running tests while files can still be attached to them. Must not throw. */
public interface TestObserver {

    /** A test has an outcome, which may still change. */
    void stopped(String key, TestCode code, Outcome outcome);

    /** An attempt ends with this outcome. Its row is written when the method returns. */
    void ending(String key, TestCode code, Outcome outcome);

    /** What was recorded under a key belongs to no test. */
    void abandoned(String key);

    /** A file is attached to a test. */
    void attached(String key, String fileName);
}

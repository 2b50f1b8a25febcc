package dev.attest.spi;

/**
 * Takes what a test framework reports: {@linkplain TestEvents what happens to tests}, {@linkplain TestEvidence what is
 * attached to them}, and {@linkplain TestAttribution which test a thread works for}. The guard of the house: no method
 * ever throws, whatever happens to disk or network, and none waits for a network. Thread-safe.
 */
public interface TestRecorder extends TestEvents, TestEvidence, TestAttribution {

    /** Returns the recorder that records nothing. */
    static TestRecorder disabled() {
        return DisabledRecorder.INSTANCE;
    }

    /** Returns what finds the work items, test cases and tests of QAComplete that tests belong to. */
    TestLinks links();
}

package dev.attest.spi;

/**
 * Receives {@linkplain TestEvents events} and {@linkplain TestEvidence attachments} from a test framework, and finds
 * {@linkplain TestAttribution the test of a thread}. No method throws or waits for a network. Thread-safe.
 */
public interface TestRecorder extends TestEvents, TestEvidence, TestAttribution {

    /** Returns a recorder that ignores every call. */
    static TestRecorder disabled() {
        return DisabledReporting.INSTANCE;
    }

    /** Returns the finder of links to work items, test cases and tests of QAComplete. */
    TestLinks links();
}

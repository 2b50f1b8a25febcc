package dev.attest.spi;

import dev.attest.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what happens to tests, as the adapter of a framework reports it. No method throws or waits for a network; each
 * is on disk when it returns. Thread-safe.
 *
 * <p>The adapter chooses a {@code key} for each running test, unique among those that run, such as the unique id of the
 * JUnit Platform. A call with a key that does not run has no effect.
 */
public interface TestEvents {

    /**
     * Reports the tests that are about to run. If the JVM is killed before it comes to a test, the test is named all
     * the same. A test that turns out to be many, such as a parameterized one, stands for all of them.
     */
    void planned(List<TestDescription> tests);

    /**
     * Reports that the calling thread sets something up, before the framework tells for which test. Its files and
     * comments wait until {@link #started} names the test under the same key, or {@link #abandoned} reports that there
     * is none.
     */
    void preparing(String key);

    /** Reports that what was prepared under this key belongs to no test: it goes to the run. */
    void abandoned(String key);

    /** Reports that a test begins whose code is not known. */
    default void started(String key, TestDescription test) {
        started(key, test, TestCode.UNKNOWN);
    }

    /**
     * Reports that a test begins on the calling thread. Until the test finishes, what this thread and the threads that
     * it makes attach and say belongs to the test. Tests nest on one thread when a work-stealing thread runs another
     * test while it waits. A test that was recorded before in this JVM begins another attempt.
     *
     * @param code the code of the test; an annotation there, such as {@link Output}, takes precedence over a setting
     */
    void started(String key, TestDescription test, TestCode code);

    /** Stops the clock of a test, while its tear-down may follow. Without this call {@link #finished} stops it. */
    void stopped(String key);

    /** Reports that a test that began has ended. */
    void finished(String key, Outcome outcome, @Nullable Failure failure);

    /**
     * Reports that a test that began has failed and that the framework will run it again: this attempt does not decide
     * the outcome.
     */
    void retried(String key, Failure failure);

    /** Reports a test that never began, or a fixture that failed: a result without a duration. */
    void concluded(TestDescription test, Outcome outcome, @Nullable Failure failure);

    /**
     * Reports a file that the tests are configured with, such as {@code testng.xml}. It is attached to the run when the
     * run ends, with its secrets masked, and once however often it is reported. A run without tests does not get it.
     */
    void configuration(String fileName, String content);
}

package dev.attest.spi;

import dev.attest.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receives the events of tests from the adapter of a framework. No method throws or waits for a network. An event is on
 * disk when its method returns. Thread-safe.
 *
 * <p>The adapter chooses a {@code key} for each running test, such as the unique id of the JUnit Platform. The key is
 * unique among running tests. A call with an unknown key has no effect.
 */
public interface TestEvents {

    /**
     * Reports the tests that are about to run. If the JVM is killed before a test starts, the results still list the
     * test. A container whose tests are not known yet, such as a parameterized test, stands for all its tests.
     */
    void planned(List<TestDescription> tests);

    /**
     * Reports that the calling thread sets up a test before the framework names it. Attachments and comments wait until
     * {@link #started} names the test under the same key, or {@link #abandoned} gives them to the run.
     */
    void preparing(String key);

    /** Reports that the set-up under this key belongs to no test: its attachments and comments go to the run. */
    void abandoned(String key);

    /** Reports that a test begins whose code is unknown. */
    default void started(String key, TestDescription test) {
        started(key, test, TestCode.UNKNOWN);
    }

    /**
     * Reports that a test begins on the calling thread. Until it finishes, attachments and comments of this thread, and
     * of threads that it creates, belong to the test. Tests nest on one thread if a work-stealing thread runs another
     * test while it waits. A test that was recorded before in this JVM begins another attempt.
     *
     * @param code code of the test; an annotation there, such as {@link Output}, overrides a setting
     */
    void started(String key, TestDescription test, TestCode code);

    /**
     * Reports the outcome of a test before its tear-down and stops its clock. {@link #finished} may change the outcome;
     * this one counts if the JVM ends before. Without this call, {@link #finished} stops the clock.
     */
    void stopped(String key, Outcome outcome, @Nullable Failure failure);

    /**
     * Reports the outcome of a test as {@link #stopped} does, and that no thread works for the test any more. Calls
     * under its key still count until it is {@link #finished}.
     */
    void detached(String key, Outcome outcome, @Nullable Failure failure);

    /** Reports that a running test has ended. */
    void finished(String key, Outcome outcome, @Nullable Failure failure);

    /**
     * Reports that a running test has failed and that the framework will run it again. This attempt does not decide the
     * outcome.
     */
    void retried(String key, Failure failure);

    /** Reports a test that never began, or a failed fixture, as a result without a duration. */
    void concluded(TestDescription test, Outcome outcome, @Nullable Failure failure);

    /**
     * Reports a configuration file of the tests, such as {@code testng.xml}. Attest masks its secrets and attaches it
     * to the run when the run ends. A file that is reported repeatedly is attached once. A run without tests does not
     * get it.
     */
    void configuration(String fileName, String content);
}

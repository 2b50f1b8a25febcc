package dev.attest;

import dev.attest.model.AttachmentType;
import dev.attest.model.Failure;
import dev.attest.model.Outcome;
import dev.attest.model.Place;
import dev.attest.model.TestDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a test framework reports. The guard of the house: no method ever throws, whatever happens to disk or
 * network, and none waits for a network. Thread-safe.
 *
 * <p>A test that runs is known by its {@code key}, which the framework's adapter chooses: unique among the tests that
 * are running, such as the unique id of the JUnit Platform. A key that is not running is ignored.
 */
public interface Recorder {

    /** Returns the recorder that records nothing. */
    static Recorder disabled() {
        return DisabledRecorder.INSTANCE;
    }

    /** Returns what finds what tests belong to: the adapter of a framework describes them with it. */
    Linking linking();

    /**
     * Reports the tests that are about to be run, so that those are named that the JVM does not come to because it is
     * killed. A test that turns out to be many, such as a parameterized one, stands for all of them.
     */
    void planned(List<TestDescription> tests);

    /**
     * Reports that something is set up on the calling thread before the framework tells for which test: what it attaches
     * and says waits until {@link #started} names the test under the same key, or {@link #abandoned} says that there is
     * none.
     */
    void preparing(String key);

    /** Reports that what was prepared under this key belongs to no test: it goes to the run. */
    void abandoned(String key);

    /**
     * Reports that a test begins on the calling thread, which until it finishes is the thread of this test: what it, and
     * threads that it makes, attach and say belongs to the test. Tests nest on one thread when a work-stealing thread
     * runs another test while it waits. A test that was recorded before in this JVM begins another attempt.
     */
    default void started(String key, TestDescription test) {
        started(key, test, TestCode.UNKNOWN);
    }

    /**
     * Reports the same of a test whose code is known: an annotation there, such as {@link Output}, says more than a setting
     * does.
     */
    void started(String key, TestDescription test, TestCode code);

    /**
     * Stops the clock of a test, while what belongs to it may follow, such as its tear-down. Without this call
     * {@link #finished} stops it.
     */
    void stopped(String key);

    /** Reports that a test that began has ended. */
    void finished(String key, Outcome outcome, @Nullable Failure failure);

    /**
     * Reports that a test that began has failed, and that the framework will try it again: this attempt does not stand
     * for the test.
     */
    void retried(String key, Failure failure);

    /** Reports a test that never began, or a fixture that failed: a result with no time of its own. */
    void concluded(TestDescription test, Outcome outcome, @Nullable Failure failure);

    /**
     * Returns the key of the test that the calling thread works for: the innermost that began on it, else the one within
     * which the thread was made, else the only one that is running; empty outside a test, and where that cannot be told.
     */
    Optional<String> current();

    /**
     * Returns a key for the test whose instance the calling thread makes, before the framework tells which one that is: what
     * is attached and said under it waits for the test that begins next on this thread, and goes to the run where none
     * does. Empty where no instance is made.
     */
    Optional<String> upcoming();

    /** Adds a line to the comment of a running test. */
    void comment(String key, String line);

    /** Adds text to the console output of a running test, line ends and all. */
    void output(String key, String text);

    /** Attaches text to a running test, in UTF-8 and with its secrets masked. */
    void attach(String key, String fileName, String content, AttachmentType type);

    /** Attaches bytes to a running test, as they are. */
    void attach(String key, String fileName, byte[] content, AttachmentType type);

    /**
     * Attaches a copy of a file, as it is now, to a running test; a directory as a zip file of it.
     *
     * @param type what it is, or null to tell by its name
     */
    void attach(String key, Path file, @Nullable AttachmentType type);

    /**
     * Puts a copy of a file, as it is now, on a thing of a service, and not on a result; a directory as a zip file of it.
     *
     * @param key of the test that it comes from; null, or one that is not running, for the run
     * @param comment what people should know of it; may be empty
     */
    void attachTo(Place place, @Nullable String key, Path file, String comment);

    /**
     * Reports a file that the tests are configured with, such as {@code testng.xml}: attached to the run when it ends, with
     * its secrets masked, and once however often the same is reported. Where there is no test, it is forgotten.
     */
    void configuration(String fileName, String content);

    /** Attaches a copy of a file, as it is now, to the run; a directory as a zip file of it. */
    void attachToRun(Path file, @Nullable AttachmentType type);
}

package dev.attest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a test can say about itself. Each call belongs to the test that the calling thread works for: the test thread
 * itself, a thread that was made within the test, or any thread while only one test runs. A thread of a pool that tests
 * share belongs to the test within which it was made for as long as that test runs: where tests run in parallel, call
 * from the test's own thread. A thread that goes on when its test has ended, as after a timeout, belongs to none. What
 * a constructor says while JUnit makes the instance of a test waits for that test.
 *
 * <p>No call ever throws or waits for a network. Outside a test, and where two tests run and it cannot be told which
 * one is meant, a call other than {@code attachTo} does nothing, and the first such call is logged as a warning.
 * Without a destination every call does nothing in silence. What was attached or said survives the death of the JVM;
 * only a power cut can cost the last second.
 */
public final class Attest {

    static volatile CurrentTest currentTest = new NoTest();

    private Attest() {}

    /**
     * Attaches a copy of a file, as it is now, to the test; a directory as a zip file of its regular files. What it is,
     * is told by its name: {@code .exec} and {@code .coverage} are coverage, {@code .har} and {@code .webm} were
     * recorded by a collector, most are general, unless {@code attest.attachment-types} says otherwise. What cannot be
     * read leaves a note in the comment of the result.
     */
    public static void attach(Path file) {
        currentTest.attach(file, null);
    }

    /** Attaches a copy of a file, as it is now, to the test, as what you say it is. */
    public static void attach(Path file, AttachmentType type) {
        currentTest.attach(file, type);
    }

    /**
     * Attaches text in UTF-8 to the test under a file name, with known secrets masked. The name tells the type, as for
     * a file. Names may repeat: each call adds a file.
     */
    public static void attach(String fileName, String content) {
        currentTest.attach(fileName, content, null);
    }

    /**
     * Attaches bytes to the test under a file name, which tells the type, as for a file. Names may repeat: each call
     * adds a file.
     */
    public static void attach(String fileName, byte[] content) {
        currentTest.attach(fileName, content, null);
    }

    /** Attaches bytes to the test under a file name. Names may repeat: each call adds a file. */
    public static void attach(String fileName, byte[] content, AttachmentType type) {
        currentTest.attach(fileName, content, type);
    }

    /**
     * Attaches text in UTF-8 to the test under a file name, with known secrets masked. Names may repeat: each call adds
     * a file.
     */
    public static void attach(String fileName, String content, AttachmentType type) {
        currentTest.attach(fileName, content, type);
    }

    /**
     * Puts a copy of a file, as it is now, on a thing of a service, such as a work item, instead of the result; a
     * directory as a zip file of its regular files. Of any size: only the disk limits it.
     *
     * <p>Works outside of a test too, as in {@code @BeforeAll}: the file tells of the run then. Where the service is
     * not set up, a warning at the end of the run names the settings.
     */
    public static void attachTo(Target target, Path file) {
        attachTo(target, file, "");
    }

    /**
     * Puts a copy of a file, as it is now, on a thing of a service, with a word about it.
     *
     * @param comment what the service shows beside the file, with known secrets masked; long ones are cut there
     */
    public static void attachTo(Target target, Path file, String comment) {
        currentTest.attachTo(target, file, comment);
    }

    /** Adds a line to the comment of the result, where Azure DevOps shows the first 1000 characters. */
    public static void comment(String text) {
        currentTest.comment(text);
    }

    /**
     * Makes a driver known of which Attest takes a picture when the test of the calling thread fails: a
     * {@code WebDriver}, or a {@code Page} of Playwright. Of use where the driver is in no field of the test, nor of
     * its page objects, and in no argument. Call it where the driver is made, on the thread of the test. A driver that
     * is named before a test begins, as in {@code @BeforeAll}, is known to all tests of the thread. It is held weakly,
     * and never closed.
     *
     * @return the same driver
     */
    public static <T> T watch(T driver) {
        currentTest.watch(driver);
        return driver;
    }

    /** Where the calls go while no adapter of a framework is loaded. */
    private static final class NoTest implements CurrentTest {

        @Override
        public void attach(Path file, @Nullable AttachmentType type) {}

        @Override
        public void attach(String fileName, byte[] content, @Nullable AttachmentType type) {}

        @Override
        public void attach(String fileName, String content, @Nullable AttachmentType type) {}

        @Override
        public void attachTo(Target target, Path file, String comment) {}

        @Override
        public void comment(String text) {}

        @Override
        public void watch(Object driver) {}
    }
}

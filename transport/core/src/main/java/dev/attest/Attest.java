package dev.attest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Attaches files and comments to the running test. Each call counts for the test that the calling thread works for: the
 * test thread itself, a thread created within the test, or any thread while only one test runs.
 *
 * <p>A pool thread belongs to the test that created it, as long as that test runs. In parallel runs, call from the
 * test's own thread. A thread that outlives its test, as after a timeout, belongs to no test. Calls from a constructor
 * count for the test whose instance is being created. Calls from tests that a test runs, as with a {@code Launcher} of
 * its own, count for the test that runs them.
 *
 * <p>No call throws or waits for a network. Outside a test, and if several tests are possible, a call other than
 * {@code attachTo} does nothing; the first such call is logged as a warning. Without a destination every call does
 * nothing. Attachments and comments survive a crash of the JVM; a power failure can lose the last second.
 */
public final class Attest {

    static final CurrentTest OTHER_COPY = new OtherCopy();
    static volatile CurrentTest currentTest = OTHER_COPY;

    private Attest() {}

    /**
     * Attaches a copy of a file, as it is now, to the test. A directory is attached as a zip file of its regular files.
     * The file name determines the type: {@code .exec} and {@code .coverage} are coverage, {@code .har} and
     * {@code .webm} are collector data, most others are general. The setting {@code attest.attachment-types} overrides
     * this. If a file cannot be read, the comment of the result says so.
     */
    public static void attach(Path file) {
        currentTest.attach(file, null);
    }

    /** Attaches a copy of a file, as it is now, to the test, with an explicit type. */
    public static void attach(Path file, AttachmentType type) {
        currentTest.attach(file, type);
    }

    /**
     * Attaches text in UTF-8 to the test, with known secrets masked. The file name determines the type. Names may
     * repeat: each call adds a file.
     */
    public static void attach(String fileName, String content) {
        currentTest.attach(fileName, content, null);
    }

    /** Attaches bytes to the test. The file name determines the type. Names may repeat: each call adds a file. */
    public static void attach(String fileName, byte[] content) {
        currentTest.attach(fileName, content, null);
    }

    /** Attaches bytes to the test. Names may repeat: each call adds a file. */
    public static void attach(String fileName, byte[] content, AttachmentType type) {
        currentTest.attach(fileName, content, type);
    }

    /** Attaches text in UTF-8 to the test, with known secrets masked. Names may repeat: each call adds a file. */
    public static void attach(String fileName, String content, AttachmentType type) {
        currentTest.attach(fileName, content, type);
    }

    /**
     * Attaches a copy of a file, as it is now, to an item of a service, such as a work item, instead of the result. A
     * directory is attached as a zip file of its regular files. Attest does not limit the size of a file.
     *
     * <p>This call also works outside a test, as in {@code @BeforeAll}: the attachment then belongs to the run. If the
     * service is not configured, a warning at the end of the run names the settings.
     */
    public static void attachTo(Target target, Path file) {
        attachTo(target, file, "");
    }

    /**
     * Attaches a copy of a file, as it is now, to an item of a service, with a comment.
     *
     * @param comment what the service shows beside the file, with known secrets masked; the service cuts a long one
     */
    public static void attachTo(Target target, Path file, String comment) {
        currentTest.attachTo(target, file, comment);
    }

    /** Adds a line to the comment of the result. Azure DevOps shows the first 1000 characters. */
    public static void comment(String text) {
        currentTest.comment(text);
    }

    /**
     * Registers a driver for screenshots of the test of the calling thread: a {@code WebDriver}, or a {@code Page} of
     * Playwright. Attest finds drivers in fields of the test and of its page objects, and in arguments; register any
     * other driver. Call this where the driver is created, on the thread of the test. A driver that is registered
     * before a test begins, as in {@code @BeforeAll}, is used for all tests of the thread. Attest holds the driver
     * weakly and never closes it.
     *
     * @return the same driver
     */
    public static <T> T watch(T driver) {
        currentTest.watch(driver);
        return driver;
    }

    /**
     * Receives the calls while this copy of Attest reports no tests. Passes them to the copy in another class loader
     * that does, if there is one. Enums and targets of that copy are other classes.
     */
    private static final class OtherCopy implements CurrentTest {

        @Override
        public void attach(Path file, @Nullable AttachmentType type) {
            ReportingCopy.call("attachFile", file, nameOf(type));
        }

        @Override
        public void attach(String fileName, byte[] content, @Nullable AttachmentType type) {
            ReportingCopy.call("attachBytes", fileName, content, nameOf(type));
        }

        @Override
        public void attach(String fileName, String content, @Nullable AttachmentType type) {
            ReportingCopy.call("attachText", fileName, content, nameOf(type));
        }

        @Override
        public void attachTo(@Nullable Target target, Path file, String comment) {
            String kind = target == null ? null : target.kind();
            ReportingCopy.call("attachTo", kind, target == null ? 0 : target.id(), file, comment);
        }

        @Override
        public void comment(String text) {
            ReportingCopy.call("comment", text);
        }

        @Override
        public void watch(Object driver) {
            ReportingCopy.call("watch", driver);
        }

        private static @Nullable String nameOf(@Nullable AttachmentType type) {
            return type == null ? null : type.name();
        }
    }
}

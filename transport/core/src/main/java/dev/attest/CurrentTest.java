package dev.attest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Receives the calls of {@link Attest} for the test that the calling thread works for. The runtime of Attest installs
 * an implementation while it reports tests. Tests do not use this interface.
 *
 * <p>A null type is derived from the file name. Thread-safe. No method throws, whatever its arguments are, or waits for
 * a network.
 */
public interface CurrentTest {

    /** Routes the calls of {@link Attest} in this class loader to this implementation from now on. */
    static void install(CurrentTest currentTest) {
        Attest.currentTest = currentTest;
    }

    /** Routes the calls to the copy of Attest in another class loader that reports the tests, if there is one. */
    static void uninstall() {
        Attest.currentTest = Attest.OTHER_COPY;
    }

    /** Attaches a copy of a file, as it is now. */
    void attach(Path file, @Nullable AttachmentType type);

    /** Attaches bytes under a file name. */
    void attach(String fileName, byte[] content, @Nullable AttachmentType type);

    /** Attaches text in UTF-8 under a file name. */
    void attach(String fileName, String content, @Nullable AttachmentType type);

    /**
     * Attaches a copy of a file, as it is now, to an item of a service.
     *
     * @param comment what the service shows beside the file; may be empty
     */
    void attachTo(Target target, Path file, String comment);

    /** Adds a line to the comment of the result. */
    void comment(String text);

    /** Registers a driver. If the test fails, Attest takes a screenshot of it. */
    void watch(Object driver);
}

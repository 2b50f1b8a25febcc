package dev.attest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes what tests tell {@link Attest}, for the test that the calling thread works for. The runtime of Attest installs
 * one when an adapter of a test framework is loaded; without an adapter all calls do nothing. Tests have no use for it.
 *
 * <p>Thread-safe. No method throws, whatever it is given, or waits for a network.
 */
public interface CurrentTest {

    /** Makes the calls of {@link Attest} go to this one, from now on and in this class loader. */
    static void install(CurrentTest currentTest) {
        Attest.currentTest = currentTest;
    }

    /**
     * Attaches a copy of a file, as it is now.
     *
     * @param type what it is, null to tell by its name
     */
    void attach(Path file, @Nullable AttachmentType type);

    /**
     * Attaches bytes under a file name.
     *
     * @param type what it is, null to tell by the name
     */
    void attach(String fileName, byte[] content, @Nullable AttachmentType type);

    /**
     * Attaches text in UTF-8 under a file name.
     *
     * @param type what it is, null to tell by the name
     */
    void attach(String fileName, String content, @Nullable AttachmentType type);

    /**
     * Puts a copy of a file, as it is now, on a thing of a service.
     *
     * @param comment what the service shows beside the file, may be empty
     */
    void attachTo(Target target, Path file, String comment);

    /** Adds a line to the comment of the result. */
    void comment(String text);

    /** Makes a driver known, of which a picture is taken when the test fails. */
    void watch(Object driver);
}

package dev.attest.spi;

import dev.attest.AttachmentType;
import dev.attest.Target;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Receives attachments, console output and comments of tests and of the run. No method throws or waits for a network.
 * If a file cannot be read, the comment of the result says so. Thread-safe.
 *
 * <p>A call with an unknown key has no effect, except for {@link #attachTo}. A null type is derived from the file name.
 */
public interface TestEvidence {

    /** Adds a line to the comment of a running test. */
    void comment(String key, String line);

    /** Adds text, with its line ends, to the console output of a running test. */
    void output(String key, String text);

    /** Attaches text to a running test, in UTF-8 and with its secrets masked. */
    void attach(String key, String fileName, String content, @Nullable AttachmentType type);

    /** Attaches bytes to a running test, unchanged. */
    void attach(String key, String fileName, byte[] content, @Nullable AttachmentType type);

    /** Attaches a copy of a file, as it is now, to a running test; a directory as a zip file. */
    void attach(String key, Path file, @Nullable AttachmentType type);

    /**
     * Attaches a copy of a file, as it is now, to an item of a service instead of a result; a directory as a zip file.
     *
     * @param key key of the test that attaches it; null or an unknown key stands for the run
     * @param comment what the service shows beside the file; may be empty
     */
    void attachTo(Target target, @Nullable String key, Path file, String comment);

    /** Attaches a copy of a file, as it is now, to the run; a directory as a zip file. */
    void attachToRun(Path file, @Nullable AttachmentType type);
}

package dev.attest.spi;

import dev.attest.AttachmentType;
import dev.attest.Target;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is attached to tests and to the run: files, console output and comments. No method throws or waits for a
 * network. What cannot be read leaves a note in the comment of the result. Thread-safe.
 *
 * <p>A call with a key that does not run has no effect, but for {@link #attachTo}.
 */
public interface TestEvidence {

    /** Adds a line to the comment of a running test. */
    void comment(String key, String line);

    /** Adds text to the console output of a running test, including its line ends. */
    void output(String key, String text);

    /**
     * Attaches text to a running test, in UTF-8 and with its secrets masked.
     *
     * @param type what it is, or null to tell by its name
     */
    void attach(String key, String fileName, String content, @Nullable AttachmentType type);

    /**
     * Attaches bytes to a running test, as they are.
     *
     * @param type what it is, or null to tell by its name
     */
    void attach(String key, String fileName, byte[] content, @Nullable AttachmentType type);

    /**
     * Attaches a copy of a file, as it is now, to a running test; a directory as a zip file.
     *
     * @param type what it is, or null to tell by its name
     */
    void attach(String key, Path file, @Nullable AttachmentType type);

    /**
     * Puts a copy of a file, as it is now, on a thing of a service instead of on a result; a directory as a zip file.
     *
     * @param key of the test that it comes from; null, or one that does not run, for the run
     * @param comment what the service shows beside the file; may be empty
     */
    void attachTo(Target target, @Nullable String key, Path file, String comment);

    /** Attaches a copy of a file, as it is now, to the run; a directory as a zip file. */
    void attachToRun(Path file, @Nullable AttachmentType type);
}

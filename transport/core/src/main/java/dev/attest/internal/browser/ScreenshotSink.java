package dev.attest.internal.browser;

/** Takes what was seen. */
public interface ScreenshotSink {

    /** Takes a file as it is. */
    void file(String name, byte[] content);

    /** Takes a text as a file, whose secrets are still to be masked. */
    void text(String name, String content);

    /** Takes a line about what was seen, or why nothing was. */
    void note(String line);
}

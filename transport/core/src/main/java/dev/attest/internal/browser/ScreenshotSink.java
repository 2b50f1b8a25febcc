package dev.attest.internal.browser;

/** Takes screenshots, other files and notes. */
public interface ScreenshotSink {

    /** Takes a file, unchanged. */
    void file(String name, byte[] content);

    /** Takes a text file. Its secrets are not masked yet. */
    void text(String name, String content);

    /** Takes a line about a screenshot, or why there is none. */
    void note(String line);
}

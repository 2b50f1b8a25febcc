package dev.attest.internal.console;

/** Takes printed text, on the thread that prints it. */
public interface OutputSink {

    /** Takes text with its line ends: a line, a part of one, or several. */
    void printed(Channel channel, String text);
}

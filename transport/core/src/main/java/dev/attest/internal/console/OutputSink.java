package dev.attest.internal.console;

/** Takes what is printed, on the thread that prints. */
public interface OutputSink {

    /** Takes a piece of text, line ends and all: a line, a part of one, or several. */
    void printed(Channel channel, String text);
}

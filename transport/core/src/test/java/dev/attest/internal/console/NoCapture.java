package dev.attest.internal.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Leaves the streams of the JVM as they are. */
public final class NoCapture implements StandardStreams.Place {

    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private NoCapture() {}

    public static StandardStreams streams() {
        return new StandardStreams(new NoCapture(), (channel, text) -> {});
    }

    @Override
    public PrintStream get(Channel channel) {
        return nowhere;
    }

    @Override
    public void set(Channel channel, PrintStream stream) {}
}

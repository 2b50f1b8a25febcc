package dev.attest.internal.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Leaves the streams of the JVM as they are. */
public final class NoCapture implements StandardStreams.Place {

    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final AtomicInteger replaced;

    private NoCapture(AtomicInteger replaced) {
        this.replaced = replaced;
    }

    public static StandardStreams streams() {
        return counting(new AtomicInteger());
    }

    /** Counts the streams that would have been replaced. */
    public static StandardStreams counting(AtomicInteger replaced) {
        return new StandardStreams(new NoCapture(replaced), (channel, text) -> {});
    }

    @Override
    public PrintStream get(Channel channel) {
        return nowhere;
    }

    @Override
    public void set(Channel channel, PrintStream stream) {
        replaced.incrementAndGet();
    }
}

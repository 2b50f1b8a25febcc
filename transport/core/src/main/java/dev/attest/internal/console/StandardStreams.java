package dev.attest.internal.console;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;

/**
 * Captures {@code System.out} and {@code System.err}. The previous streams, such as those of the build tool or the IDE,
 * still get everything. Thread-safe.
 */
public final class StandardStreams {

    /** Holds the two streams: the JVM, or a fake in tests. */
    interface Place {
        PrintStream get(Channel channel);

        void set(Channel channel, PrintStream stream);
    }

    private final Place place;
    private final OutputSink sink;
    private final Map<Channel, TeePrintStream> tees = new EnumMap<>(Channel.class);

    StandardStreams(Place place, OutputSink sink) {
        this.place = place;
        this.sink = sink;
    }

    /** Returns the capture of the streams of the JVM. */
    public static StandardStreams ofJvm(OutputSink sink) {
        return new StandardStreams(new OfJvm(), sink);
    }

    /** Starts the capture. Can be repeated, for example after a stream was replaced. */
    public synchronized void install() {
        for (Channel channel : Channel.values()) {
            TeePrintStream tee = tees.get(channel);
            PrintStream current = place.get(channel);
            if (current != tee) {
                silence(channel);
                TeePrintStream fresh = new TeePrintStream(current, channel, sink);
                tees.put(channel, fresh);
                place.set(channel, fresh);
            }
        }
    }

    /** Stops the capture. Restores each previous stream, unless ours was replaced. */
    public synchronized void remove() {
        for (Channel channel : Channel.values()) {
            TeePrintStream tee = tees.get(channel);
            if (tee != null && place.get(channel) == tee) {
                place.set(channel, tee.original());
            }
            silence(channel);
        }
    }

    private void silence(Channel channel) {
        TeePrintStream tee = tees.remove(channel);
        if (tee != null) {
            tee.silence();
        }
    }

    private static final class OfJvm implements Place {

        @Override
        public PrintStream get(Channel channel) {
            return channel == Channel.OUT ? System.out : System.err;
        }

        @Override
        public void set(Channel channel, PrintStream stream) {
            if (channel == Channel.OUT) {
                System.setOut(stream);
            } else {
                System.setErr(stream);
            }
        }
    }
}

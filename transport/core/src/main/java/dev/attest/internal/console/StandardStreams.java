package dev.attest.internal.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Listens to {@code System.out} and {@code System.err}, between those who print and whoever listened before, such as
 * the build tool or the IDE. Thread-safe.
 */
public final class StandardStreams {

    /** The place where the two streams are; the JVM's, but for tests. */
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

    /** Returns one for those of the JVM. */
    public static StandardStreams ofJvm(OutputSink sink) {
        return new StandardStreams(new OfJvm(), sink);
    }

    /** Returns one that listens to nobody. */
    public static StandardStreams none() {
        Map<Channel, PrintStream> streams = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            streams.put(channel, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        }
        return new StandardStreams(
                new Place() {
                    @Override
                    public PrintStream get(Channel channel) {
                        return Objects.requireNonNull(streams.get(channel));
                    }

                    @Override
                    public void set(Channel channel, PrintStream stream) {
                        streams.put(channel, stream);
                    }
                },
                (channel, text) -> {});
    }

    /** Begins to listen. Repeatable: also after somebody replaced a stream. */
    public synchronized void install() {
        for (Channel channel : Channel.values()) {
            TeePrintStream tee = tees.get(channel);
            PrintStream current = place.get(channel);
            if (tee == null || current != tee) {
                forget(channel);
                TeePrintStream fresh = new TeePrintStream(current, channel, sink);
                tees.put(channel, fresh);
                place.set(channel, fresh);
            }
        }
    }

    /** Stops listening, and puts back what was there, unless somebody else has put something there meanwhile. */
    public synchronized void remove() {
        for (Channel channel : Channel.values()) {
            TeePrintStream tee = tees.get(channel);
            if (tee != null && place.get(channel) == tee) {
                place.set(channel, tee.original());
            }
            forget(channel);
        }
    }

    private void forget(Channel channel) {
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

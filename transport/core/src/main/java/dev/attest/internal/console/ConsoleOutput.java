package dev.attest.internal.console;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What was printed to both streams: of one attempt, or of the run. Thread-safe. */
public final class ConsoleOutput implements Closeable {

    private final Map<Channel, ConsoleLog> logs = new EnumMap<>(Channel.class);

    public ConsoleOutput(Supplier<ConsoleLog> make) {
        for (Channel channel : Channel.values()) {
            logs.put(channel, make.get());
        }
    }

    /** Forgets what was printed, and keeps nothing from now on but for the files that it names. */
    public void forget() throws IOException {
        for (ConsoleLog log : logs.values()) {
            log.forget();
        }
    }

    /** Adds text; returns whether there was time: nothing is added after the end. */
    boolean add(Channel channel, String text) {
        return log(channel).add(text);
    }

    /** Returns the paths that were named in lines like {@code [[ATTACHMENT|path]]} on a stream since the last call. */
    List<String> attachments(Channel channel) {
        return log(channel).attachments();
    }

    /** Takes no more; returns the paths that the last lines named. */
    List<String> end() {
        List<String> left = new ArrayList<>();
        for (ConsoleLog log : logs.values()) {
            log.end();
            left.addAll(log.attachments());
        }
        return left;
    }

    public ConsoleLog log(Channel channel) {
        return Objects.requireNonNull(logs.get(channel));
    }

    @Override
    public void close() throws IOException {
        for (ConsoleLog log : logs.values()) {
            log.close();
        }
    }
}

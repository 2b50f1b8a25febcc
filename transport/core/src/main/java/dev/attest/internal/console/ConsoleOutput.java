package dev.attest.internal.console;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The output of both streams, of one attempt or of the run. Thread-safe. */
public final class ConsoleOutput implements Closeable {

    private final Map<Channel, ConsoleLog> logs = new EnumMap<>(Channel.class);

    public ConsoleOutput(Supplier<ConsoleLog> newLog) {
        for (Channel channel : Channel.values()) {
            logs.put(channel, newLog.get());
        }
    }

    /** Discards the text and keeps none from now on. Names of attachments are still found. */
    public void discard() throws IOException {
        for (ConsoleLog log : logs.values()) {
            log.discard();
        }
    }

    /** Adds text. Returns false, and adds nothing, after the end. */
    boolean add(Channel channel, String text) {
        return log(channel).add(text);
    }

    /** Returns the paths of the {@code [[ATTACHMENT|path]]} lines of a stream since the last call. */
    List<String> attachments(Channel channel) {
        return log(channel).attachments();
    }

    /** Ends the output. Returns the paths of attachments that the last lines named. */
    List<String> end() {
        List<String> paths = new ArrayList<>();
        for (ConsoleLog log : logs.values()) {
            log.end();
            paths.addAll(log.attachments());
        }
        return paths;
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

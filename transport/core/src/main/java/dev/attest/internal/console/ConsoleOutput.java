package dev.attest.internal.console;

import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.masking.Masking;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The output of both streams, of one attempt or of the run. Thread-safe. */
public final class ConsoleOutput implements Closeable {

    private final Map<Channel, ConsoleLog> logs = new EnumMap<>(Channel.class);

    /** Creates an empty output. Masked text that does not fit into memory goes to files in the folder. */
    public ConsoleOutput(Path folder, MemoryBudget memory, Masking masking) {
        for (Channel channel : Channel.values()) {
            logs.put(channel, new ConsoleLog(folder, memory, masking));
        }
    }

    /** Discards the text and keeps none from now on. Names of attachments are still found. */
    public void discard() throws IOException {
        for (ConsoleLog log : logs.values()) {
            log.discard();
        }
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

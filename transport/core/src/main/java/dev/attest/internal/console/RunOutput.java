package dev.attest.internal.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The output that belongs to no test. Each line starts with the name of its thread. Thread-safe.
 *
 * <pre>
 * [main] Starting the database
 * [pool-1-thread-2] Connection closed
 * </pre>
 */
public final class RunOutput {

    private record Source(Thread thread, Channel channel) {}

    /** If there are more, the oldest ones are ended. */
    private static final int MAX_UNFINISHED = 1000;

    private static final int LONGEST_LINE = 64 * 1024;

    private final ConsoleOutput output;
    private final Map<Source, StringBuilder> lines = new LinkedHashMap<>();

    RunOutput(ConsoleOutput output) {
        this.output = output;
    }

    /** Adds text of a thread. Returns the paths of the attachments that it names. */
    synchronized List<String> add(Thread thread, Channel channel, String text) {
        Source source = new Source(thread, channel);
        StringBuilder begun = lines.remove(source);
        StringBuilder line = begun == null ? new StringBuilder() : begun;
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            addLine(source, line.append(text, from, end + 1));
            from = end + 1;
        }
        line.append(text, from, text.length());
        if (line.length() > LONGEST_LINE) {
            addLine(source, line);
        }
        if (line.length() > 0) {
            lines.put(source, line);
        }
        while (lines.size() > MAX_UNFINISHED) {
            endOldest();
        }
        return output.log(channel).attachments();
    }

    /** Adds the output of a prepared test that never started. */
    public void take(Thread thread, ConsoleOutput prepared) throws IOException {
        for (Channel channel : Channel.values()) {
            try (BufferedReader text = new BufferedReader(
                    new InputStreamReader(prepared.log(channel).open(), StandardCharsets.UTF_8))) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    add(thread, channel, line + "\n");
                }
            }
        }
    }

    /** Ends all lines and returns the output. */
    public synchronized ConsoleOutput end() {
        while (!lines.isEmpty()) {
            endOldest();
        }
        output.end();
        return output;
    }

    private void endOldest() {
        Iterator<Map.Entry<Source, StringBuilder>> all = lines.entrySet().iterator();
        Map.Entry<Source, StringBuilder> oldest = all.next();
        all.remove();
        addLine(oldest.getKey(), oldest.getValue().append('\n'));
    }

    private void addLine(Source source, StringBuilder line) {
        output.log(source.channel()).add("[" + nameOf(source.thread()) + "] " + line);
        line.setLength(0);
    }

    /** A virtual thread has no name by default. */
    private static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? "#" + thread.getId() : thread.getName();
    }
}

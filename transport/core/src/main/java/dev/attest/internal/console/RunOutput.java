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
 * What was printed and belongs to no test, each line with the name of the thread that printed it. Thread-safe.
 *
 * <pre>
 * [main] Starting the database
 * [pool-1-thread-2] Connection closed
 * </pre>
 */
public final class RunOutput {

    private record Printing(Thread thread, Channel channel) {}

    /** How many threads may be in the middle of a line. */
    private static final int MOST_LINES = 1000;

    private static final int LONGEST_LINE = 64 * 1024;

    private final ConsoleOutput output;
    private final Map<Printing, StringBuilder> lines = new LinkedHashMap<>();

    RunOutput(ConsoleOutput output) {
        this.output = output;
    }

    /** Adds what a thread printed; returns the paths of attachments that it named. */
    synchronized List<String> add(Thread thread, Channel channel, String text) {
        Printing printing = new Printing(thread, channel);
        StringBuilder begun = lines.remove(printing);
        StringBuilder line = begun == null ? new StringBuilder() : begun;
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            addLine(printing, line.append(text, from, end + 1));
            from = end + 1;
        }
        line.append(text, from, text.length());
        if (line.length() > LONGEST_LINE) {
            addLine(printing, line);
        }
        if (line.length() > 0) {
            lines.put(printing, line);
        }
        while (lines.size() > MOST_LINES) {
            endEldest();
        }
        return output.attachments(channel);
    }

    /** Adds all that a thread prepared for a test that never came. */
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

    /** Takes no more; returns what there is. */
    public synchronized ConsoleOutput end() {
        while (!lines.isEmpty()) {
            endEldest();
        }
        output.end();
        return output;
    }

    private void endEldest() {
        Iterator<Map.Entry<Printing, StringBuilder>> all = lines.entrySet().iterator();
        Map.Entry<Printing, StringBuilder> eldest = all.next();
        all.remove();
        addLine(eldest.getKey(), eldest.getValue().append('\n'));
    }

    private void addLine(Printing printing, StringBuilder line) {
        output.add(printing.channel(), "[" + nameOf(printing.thread()) + "] " + line);
        line.setLength(0);
    }

    /** Virtual threads have no names unless somebody gives them one. */
    private static String nameOf(Thread thread) {
        return thread.getName().isEmpty() ? "#" + thread.getId() : thread.getName();
    }
}

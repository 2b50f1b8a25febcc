package dev.attest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What one attempt printed, up to a bound. Thread-safe. */
final class ConsoleOutput {

    static final String FILE = "Standard_Console_Output.log";

    private static final int MOST = 8 * 1024 * 1024;
    private static final String CUT = "\n[cut: Attest keeps the first 8 MiB of a test's output]\n";

    private final StringBuilder text = new StringBuilder();
    private boolean full;

    synchronized void add(String more) {
        if (full) {
            return;
        }
        int room = MOST - text.length();
        full = more.length() > room;
        text.append(more, 0, Math.min(room, more.length()));
        if (full) {
            text.append(CUT);
        }
    }

    synchronized boolean isEmpty() {
        return text.length() == 0;
    }

    synchronized InputStream open() {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}

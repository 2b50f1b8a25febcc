package dev.attest.cli;

import java.time.Duration;

/**
 * Shows the progress of a delivery: on a terminal as a line that is redrawn, otherwise as a new line every ten seconds.
 * Thread-safe.
 *
 * <pre>
 * [############............]  50%  620 of 1240 delivered
 * </pre>
 */
final class ProgressLine {

    private static final int WIDTH = 24;
    private static final long LINE_EVERY = Duration.ofSeconds(10).toNanos();

    private final Terminal terminal;
    private final int all;
    private long lineAt;
    private int last;

    /** @param now the value of {@link System#nanoTime} */
    ProgressLine(Terminal terminal, int all, long now) {
        this.terminal = terminal;
        this.all = all;
        this.lineAt = now + LINE_EVERY;
    }

    synchronized void show(int done, long now) {
        if (terminal.moving()) {
            terminal.err().print("\r" + bar(done));
            terminal.err().flush();
        } else if (now - lineAt >= 0 && done != last) {
            terminal.err().println(Math.min(done, all) + " of " + all + " delivered");
            lineAt = now + LINE_EVERY;
            last = done;
        }
    }

    /** Prints a line above the progress line. */
    synchronized void say(String text) {
        clear();
        terminal.err().println(text);
    }

    /** Removes the progress line. */
    synchronized void clear() {
        if (terminal.moving()) {
            terminal.err().print("\r" + " ".repeat(bar(all).length()) + "\r");
            terminal.err().flush();
        }
    }

    private String bar(int done) {
        int counted = Math.min(done, all);
        int filled = all == 0 ? 0 : (int) ((long) WIDTH * counted / all);
        int percent = all == 0 ? 0 : (int) (100L * counted / all);
        return "[%s%s] %3d%%  %d of %d delivered"
                .formatted("#".repeat(filled), ".".repeat(WIDTH - filled), percent, counted, all);
    }
}

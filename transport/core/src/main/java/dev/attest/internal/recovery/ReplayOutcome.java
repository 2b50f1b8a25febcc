package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import java.nio.file.Path;

/**
 * What became of one journal at one destination.
 *
 * @param folder of the journal; {@code *.refused} beside it holds the rest if something was refused and nothing waits
 * @param destination its name; empty if the journal is for other destinations only, or if it cannot be told
 * @param progress what this replay delivered, and what was refused
 * @param reason why it waits, or which lines are damaged; may be empty
 */
public record ReplayOutcome(Path folder, String destination, Fate fate, Progress progress, String reason) {

    public enum Fate {
        /** The service has everything. */
        DELIVERED,
        /** The service has everything except what it refused. */
        REFUSED,
        /** Some of it, or all, waits. */
        WAITING
    }
}

package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import java.nio.file.Path;

/**
 * What became of one journal that was left behind, on its way to one destination.
 *
 * @param folder of the journal; where something was refused and nothing waits, what is left of it lies beside it as
 *     {@code *.refused}
 * @param destination its name; empty where the journal is only for others, or for none that could be told
 * @param fate in a word
 * @param progress what was delivered and refused now
 * @param reason why it waits, or what was found damaged; empty where there is nothing to say
 */
public record ReplayOutcome(Path folder, String destination, Fate fate, Progress progress, String reason) {

    /** How it ended. */
    public enum Fate {
        /** The service has all of it. */
        DELIVERED,
        /** The service has all of it but what it refused for good. */
        REFUSED,
        /** Some of it, or all, waits. */
        WAITING
    }
}

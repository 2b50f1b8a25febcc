package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.recovery.ReplayOutcome.Fate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Records the outcomes of a replay. Thread-safe. */
final class ReplayLog {

    private final List<ReplayOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    List<ReplayOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    List<String> refused() {
        return List.copyOf(refused);
    }

    void failed(Exception cause) {
        refused.add("delivery broke off: " + cause);
    }

    /**
     * Returns the listener for the journals of one destination.
     *
     * @param waitReason returns why an unfinished journal waits
     */
    RecoveryListener listener(String destination, Supplier<String> waitReason) {
        return new RecoveryListener() {
            @Override
            public void completed(Journal journal, Progress progress) {
                Fate fate = progress.refusals().isEmpty() ? Fate.DELIVERED : Fate.REFUSED;
                add(journal, fate, progress, String.join("; ", journal.damage()));
            }

            @Override
            public void undeliverable(Journal journal, Progress progress, String reason) {
                add(journal, Fate.WAITING, progress, reason);
            }

            @Override
            public void unfinished(Journal journal, Progress progress) {
                add(journal, Fate.WAITING, progress, waitReason.get());
            }

            @Override
            public void notAdopted(String message) {
                refused.add(message);
            }

            private void add(Journal journal, Fate fate, Progress progress, String reason) {
                outcomes.add(new ReplayOutcome(journal.folder(), destination, fate, progress, reason));
            }
        };
    }
}

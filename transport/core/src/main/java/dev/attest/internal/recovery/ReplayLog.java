package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.recovery.ReplayOutcome.Fate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/** Records the outcomes of a replay. Thread-safe. */
final class ReplayLog implements RecoveryListener {

    private final List<ReplayOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    List<ReplayOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    List<String> refused() {
        return List.copyOf(refused);
    }

    void failed(Throwable cause) {
        refused.add("delivery broke off: " + cause);
    }

    @Override
    public void closing(Journal journal, IntFunction<String> pages) {
        // A replay has no summary.
    }

    @Override
    public void completed(String destination, Journal journal, Progress progress) {
        Fate fate = progress.refusals().isEmpty() ? Fate.DELIVERED : Fate.REFUSED;
        add(destination, journal, fate, progress, String.join("; ", journal.damage()));
    }

    @Override
    public void undeliverable(String destination, Journal journal, Progress progress, String reason) {
        add(destination, journal, Fate.WAITING, progress, reason);
    }

    @Override
    public void unfinished(String destination, Journal journal, Progress progress, String reason) {
        add(destination, journal, Fate.WAITING, progress, reason);
    }

    @Override
    public void notAdopted(String message) {
        if (!refused.contains(message)) {
            refused.add(message);
        }
    }

    @Override
    public void close() {
        // Everything is kept.
    }

    private void add(String destination, Journal journal, Fate fate, Progress progress, String reason) {
        outcomes.add(new ReplayOutcome(journal.folder(), destination, fate, progress, reason));
    }
}

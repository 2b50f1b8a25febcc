package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.journal.Journal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Writes down what becomes of the journals that a replay delivers. Thread-safe. */
final class ReplayLog {

    private final List<ReplayOutcome> outcomes = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    List<ReplayOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    List<String> refused() {
        return List.copyOf(refused);
    }

    void brokeOff(Exception why) {
        refused.add("delivery broke off: " + why);
    }

    /**
     * Returns what is told of the journals on their way to one destination.
     *
     * @param whyTheRestWaits asked when time or service did not suffice
     */
    RecoveryListener of(String destination, Supplier<String> whyTheRestWaits) {
        return new Noted(destination, whyTheRestWaits);
    }

    private final class Noted implements RecoveryListener {

        private final String destination;
        private final Supplier<String> whyTheRestWaits;

        Noted(String destination, Supplier<String> whyTheRestWaits) {
            this.destination = destination;
            this.whyTheRestWaits = whyTheRestWaits;
        }

        @Override
        public void settled(Journal journal, Progress progress) {
            ReplayOutcome.Fate fate =
                    progress.refusals().isEmpty() ? ReplayOutcome.Fate.DELIVERED : ReplayOutcome.Fate.REFUSED;
            note(journal, fate, progress, String.join("; ", journal.damage()));
        }

        @Override
        public void left(Journal journal, Progress progress, String why) {
            note(journal, ReplayOutcome.Fate.WAITING, progress, why);
        }

        @Override
        public void unfinished(Journal journal, Progress progress) {
            note(journal, ReplayOutcome.Fate.WAITING, progress, whyTheRestWaits.get());
        }

        @Override
        public void refused(String message) {
            refused.add(message);
        }

        private void note(Journal journal, ReplayOutcome.Fate fate, Progress progress, String reason) {
            outcomes.add(new ReplayOutcome(journal.folder(), destination, fate, progress, reason));
        }
    }
}

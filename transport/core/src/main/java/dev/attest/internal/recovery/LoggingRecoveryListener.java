package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.journal.Journal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Logs what a person should know about earlier runs, each message once for all destinations. Thread-safe. */
final class LoggingRecoveryListener implements RecoveryListener {

    private static final System.Logger LOG = System.getLogger(Recoveries.class.getName());
    private static final int MAX_REFUSALS = 10;

    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    @Override
    public void completed(String destination, Journal journal, Progress progress) {
        journal.damage().forEach(damage -> warn("An earlier run: " + damage));
        progress.refusals().stream()
                .limit(MAX_REFUSALS)
                .forEach(refusal -> warn("From an earlier run, kept in " + journal.folder() + ": " + refusal));
    }

    @Override
    public void undeliverable(String destination, Journal journal, Progress progress, String reason) {
        warn("Not delivered: an earlier run in " + journal.folder() + ": " + reason);
    }

    @Override
    public void unfinished(String destination, Journal journal, Progress progress, String reason) {
        // The summary of this run reports the trouble. The next run continues.
    }

    @Override
    public void notAdopted(String message) {
        warn("Attest " + message);
    }

    private void warn(String message) {
        if (logged.add(message)) {
            LOG.log(System.Logger.Level.WARNING, message);
        }
    }
}

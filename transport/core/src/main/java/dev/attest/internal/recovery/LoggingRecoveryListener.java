package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.journal.Journal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Warns of what earlier runs left behind and a person should know of, once, however many destinations tell.
 * Thread-safe.
 */
final class LoggingRecoveryListener implements RecoveryListener {

    private static final System.Logger LOG = System.getLogger(Recoveries.class.getName());
    private static final int MOST = 10;

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    @Override
    public void settled(Journal journal, Progress progress) {
        journal.damage().forEach(damage -> warn("An earlier run: " + damage));
        progress.refusals().stream()
                .limit(MOST)
                .forEach(refusal -> warn("Of an earlier run, kept in " + journal.folder() + ": " + refusal));
    }

    @Override
    public void left(Journal journal, Progress progress, String why) {
        warn("Left what an earlier run did not deliver in " + journal.folder() + ": " + why);
    }

    @Override
    public void unfinished(Journal journal, Progress progress) {
        // The run of this JVM tells what stands in the way; the next one goes on.
    }

    @Override
    public void refused(String message) {
        warn("Attest " + message);
    }

    private void warn(String message) {
        if (said.add(message)) {
            LOG.log(System.Logger.Level.WARNING, message);
        }
    }
}

package dev.attest.internal.recovery;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.journal.Journal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * Logs what a person should know about earlier runs, each message once for all destinations. Of what happens to
 * thousands of journals it logs the first few, and how many there are. Thread-safe.
 */
final class LoggingRecoveryListener implements RecoveryListener {

    private static final GuardedLogger LOG = GuardedLogger.of(Recoveries.class);
    private static final int MAX_REFUSALS = 10;
    private static final int MAX_JOURNALS = 3;

    private final BiConsumer<Journal, IntFunction<String>> closing;
    private final Set<String> told = new HashSet<>();

    /** How many journals something happened to, by what happened. */
    private final Map<String, Integer> journals = new TreeMap<>();

    /** @param closing called by {@link #closing} */
    LoggingRecoveryListener(BiConsumer<Journal, IntFunction<String>> closing) {
        this.closing = closing;
    }

    /** One at a time: of two destinations, the second adds its pages to those of the first. */
    @Override
    public synchronized void closing(Journal journal, IntFunction<String> pages) {
        closing.accept(journal, pages);
    }

    @Override
    public synchronized void completed(String destination, Journal journal, Progress progress) {
        if (!journal.damage().isEmpty() && isOneOfTheFirst("Lines in journals of earlier runs are damaged")) {
            for (String damage : journal.damage()) {
                warn("An earlier run: " + damage);
            }
        }
        if (!progress.refusals().isEmpty() && isOneOfTheFirst("Some of earlier runs was refused and is kept")) {
            List<String> refusals = progress.refusals();
            for (String refusal : refusals.subList(0, Math.min(refusals.size(), MAX_REFUSALS))) {
                warn("From an earlier run, kept in " + journal.folder() + ": " + refusal);
            }
        }
    }

    @Override
    public synchronized void undeliverable(String destination, Journal journal, Progress progress, String reason) {
        String message = "Not delivered: an earlier run in " + journal.folder() + ": " + reason;
        if (told.add(message) && isOneOfTheFirst("Earlier runs are not delivered: " + reason)) {
            log(message);
        }
    }

    @Override
    public void unfinished(String destination, Journal journal, Progress progress, String reason) {
        // The last line of this run reports the trouble. The next run continues.
    }

    @Override
    public synchronized void notAdopted(String message) {
        if (told.add(message) && isOneOfTheFirst("Journals of earlier runs cannot be opened")) {
            log("Attest " + message);
        }
    }

    @Override
    public synchronized void close() {
        for (Map.Entry<String, Integer> each : journals.entrySet()) {
            if (each.getValue() > MAX_JOURNALS) {
                log("In " + each.getValue() + " journals, of which the first " + MAX_JOURNALS + " are named above: "
                        + each.getKey());
            }
        }
        journals.clear();
    }

    private boolean isOneOfTheFirst(String what) {
        return journals.merge(what, 1, Integer::sum) <= MAX_JOURNALS;
    }

    private void warn(String message) {
        if (told.add(message)) {
            log(message);
        }
    }

    private static void log(String message) {
        LOG.log(System.Logger.Level.WARNING, message);
    }
}

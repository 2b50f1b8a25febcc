package dev.attest.internal.delivery;

import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Outcome;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rows that wait for a report, in the order in which they began to wait or last failed. */
final class PendingReports {

    private static final Set<Outcome> REPORTED = EnumSet.of(Outcome.FAILED, Outcome.NOT_STARTED, Outcome.ABORTED);

    private final ReportTrigger trigger;

    /** By row: the last attempt. */
    private final Map<Integer, AttemptKey> waiting = new LinkedHashMap<>();

    /** By row: the last reported attempt. */
    private final Map<Integer, Integer> done = new HashMap<>();

    PendingReports(ReportTrigger trigger) {
        this.trigger = trigger;
    }

    /** Adds an attempt. It replaces the waiting report of an earlier attempt, or removes it if it needs none itself. */
    void add(Result result) {
        AttemptKey report = new AttemptKey(result.row(), result.attempt());
        if (trigger != ReportTrigger.NONE && REPORTED.contains(result.outcome()) && !isDone(report)) {
            waiting.put(report.row(), report);
        } else {
            waiting.remove(report.row());
        }
    }

    /** Marks the report of the row at this attempt as done. */
    void markDone(int row, int attempt) {
        AttemptKey report = new AttemptKey(row, attempt);
        waiting.remove(row, report);
        done.merge(row, attempt, Math::max);
    }

    /**
     * Lets a report that failed wait behind the others. If all requests pause longer than it does, it would otherwise
     * be the next each time.
     */
    void failed(AttemptKey report) {
        if (waiting.remove(report.row(), report)) {
            waiting.put(report.row(), report);
        }
    }

    /**
     * Returns the first report that can be sent.
     *
     * @param ended whether no attempt can follow and all are delivered
     * @param complete whether everything recorded of the row is delivered
     */
    Optional<AttemptKey> next(boolean ended, Predicate<AttemptKey> complete) {
        return ended || trigger == ReportTrigger.EACH_ATTEMPT
                ? waiting.values().stream().filter(complete).findFirst()
                : Optional.empty();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    private boolean isDone(AttemptKey report) {
        return report.attempt() <= done.getOrDefault(report.row(), 0);
    }
}

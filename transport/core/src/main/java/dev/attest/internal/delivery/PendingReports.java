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

/** The rows that a destination is to be told of as a whole, in the order in which it became so. */
final class PendingReports {

    /** What is told of: something was wrong. */
    private static final Set<Outcome> WRONG = EnumSet.of(Outcome.FAILED, Outcome.NOT_STARTED, Outcome.ABORTED);

    /** A row as it is at an attempt. */
    record Report(int row, int attempt) {}

    private final ReportTrigger when;

    /** The last attempt by row. */
    private final Map<Integer, Report> waiting = new LinkedHashMap<>();

    /** The last attempt by row that was told of. */
    private final Map<Integer, Integer> settled = new HashMap<>();

    PendingReports(ReportTrigger when) {
        this.when = when;
    }

    /**
     * Takes note of an attempt: what there was to tell of earlier ones is told with it, or does not matter any more.
     */
    void add(Result result) {
        Report report = new Report(result.row(), result.attempt());
        if (when != ReportTrigger.NONE && WRONG.contains(result.outcome()) && !isSettled(report)) {
            waiting.put(report.row(), report);
        } else {
            waiting.remove(report.row());
        }
    }

    /** Notes that there is nothing more to tell of the row as it was at this attempt. */
    void settle(int row, int attempt) {
        Report report = new Report(row, attempt);
        waiting.remove(row, report);
        settled.merge(row, attempt, Math::max);
    }

    /**
     * Returns the first that can be told of.
     *
     * @param over whether no attempt can follow any more, and all are delivered
     * @param whole whether the destination has all that is known of a row
     */
    Optional<Report> next(boolean over, Predicate<Report> whole) {
        return over || when == ReportTrigger.EACH_ATTEMPT
                ? waiting.values().stream().filter(whole).findFirst()
                : Optional.empty();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    private boolean isSettled(Report report) {
        return report.attempt() <= settled.getOrDefault(report.row(), 0);
    }
}

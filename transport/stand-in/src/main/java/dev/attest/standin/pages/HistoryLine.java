package dev.attest.standin.pages;

import dev.attest.standin.store.ResultHistory.FailingSince;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The history of a test until one of its results, in the history line of its run.
 *
 * @param since the build or run since which the test fails; empty if it does not
 * @param sinceHref the address of the first failure; empty if its run is deleted
 * @param sinceTime the time of the first failure; null if the test does not fail
 * @param flaky whether the result is flaky
 * @param marks the latest results, the newest last
 */
record HistoryLine(
        String since,
        String sinceHref,
        @Nullable Moment sinceTime,
        boolean flaky,
        int failed,
        int of,
        List<HistoryMark> marks) {

    private static final Duration WINDOW = Duration.ofDays(14);
    private static final int MOST = 20;

    /** Returns null if the result has no history. */
    static @Nullable HistoryLine of(Store store, ResultRow row) {
        var history = row.history();
        var completed = history.completedAt();
        if (completed == null || history.testId() == 0 || history.lineId() == 0) {
            return null;
        }
        var from = completed.minus(WINDOW);
        var counts = store.history().counts(row, from);
        var since = history.failingSince();
        return new HistoryLine(
                since == null ? "" : place(since),
                since == null ? "" : href(store, since),
                since == null ? null : new Moment(since.at()),
                history.flaky(),
                counts.failed(),
                counts.failed() + counts.passed(),
                marks(store, row, from));
    }

    private static String place(FailingSince since) {
        var build = PageText.document(since.origin()).path("build");
        return build.isMissingNode() ? "run " + since.runId() : "build " + PageText.text(build, "number");
    }

    private static String href(Store store, FailingSince since) {
        return store.results()
                .find(since.runId(), since.resultId())
                .map(HistoryLine::address)
                .orElse("");
    }

    private static List<HistoryMark> marks(Store store, ResultRow row, Instant from) {
        var latest = store.history().latest(row, from, MOST).stream()
                .map(each -> HistoryMark.of(each, each.runId() == row.runId() && each.id() == row.id()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(latest);
        return latest;
    }

    private static String address(ResultRow row) {
        return "/runs/" + row.runId() + "/results/" + row.id();
    }

    /** Returns the counts in words; empty if no result passed or failed. */
    String summary() {
        return of == 0 ? "" : (failed == 0 ? "passed " + of : "failed " + failed) + " of " + of + " in 14 days";
    }

    /** A result in the line, as a link. */
    record HistoryMark(String href, String outcome, String time, boolean shown) {

        static HistoryMark of(ResultRow row, boolean shown) {
            var completed = row.history().completedAt();
            return new HistoryMark(
                    address(row), row.outcome(), completed == null ? "" : PageText.time(completed), shown);
        }

        String tone() {
            return PageText.tone(outcome);
        }
    }
}

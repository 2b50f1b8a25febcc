package dev.attest.standin.pages;

import dev.attest.standin.pages.RunFacts.RunFact;
import dev.attest.standin.reports.TestTrend.TrendResult;
import dev.attest.standin.store.RunStore.RunRow;
import java.util.List;

/**
 * A result of a test over time.
 *
 * @param height its duration as a part of 100, of which the slowest result has all
 */
record TrendLine(
        String href,
        String title,
        String outcome,
        String duration,
        int height,
        boolean flaky,
        boolean retried,
        Moment completed,
        int runId,
        TrendRun run) {

    private static final int WHOLE = 100;

    /** Shorter bars are not visible. */
    private static final int LEAST = 3;

    static TrendLine of(TrendResult result, TrendRun run, double slowest) {
        var share = slowest <= 0 ? 0 : WHOLE * result.durationMs() / slowest;
        return new TrendLine(
                "/runs/" + result.runId() + "/results/" + result.id(),
                PageText.visible(result.title().isBlank() ? "Result " + result.id() : result.title()),
                result.outcome(),
                PageText.duration(result.durationMs()),
                Math.min(WHOLE, Math.max(LEAST, (int) Math.round(share))),
                result.flaky(),
                result.retried(),
                new Moment(result.completedAt()),
                result.runId(),
                run);
    }

    /** Returns where the bar begins below its top. */
    int top() {
        return WHOLE - height;
    }

    String tone() {
        return PageText.tone(outcome);
    }

    /** Returns what the bar shows, in words. */
    String words() {
        return outcome + " in " + duration + (retried ? ", retried" : "") + ", " + run.name() + " #" + runId
                + (run.branch().isEmpty() ? "" : " on " + run.branch()) + ", " + completed.exact();
    }

    /** The run of a result, and where it ran. A text that is not known is empty. */
    record TrendRun(String name, String branch, String build, String host) {

        /** The run of a result that is deleted while the page is read. */
        static final TrendRun DELETED = new TrendRun("deleted run", "", "", "");

        static TrendRun of(RunRow row) {
            var facts = RunFacts.of(row);
            return new TrendRun(
                    PageText.visible(row.name()), value(facts, "Branch"), value(facts, "Build"), value(facts, "Host"));
        }

        private static String value(List<RunFact> facts, String label) {
            return facts.stream()
                    .filter(fact -> fact.label().equals(label))
                    .map(RunFact::value)
                    .findFirst()
                    .orElse("");
        }
    }
}

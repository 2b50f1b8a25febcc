package dev.attest.standin.pages;

import dev.attest.standin.pages.RunFacts.RunFact;
import dev.attest.standin.pages.TrendLine.TrendRun;
import dev.attest.standin.reports.TestTrend;
import dev.attest.standin.reports.TestTrend.TrendResult;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the page of a test over time shows. */
final class TestPages {

    private final Store store;
    private final TestTrend trend;

    TestPages(Store store) {
        this.store = store;
        this.trend = new TestTrend(store);
    }

    TestPage one(int id) {
        var key = trend.key(id).orElseThrow(() -> Refusal.notFound("Test " + id + " not found."));
        var results = trend.newest(id);
        var runs = new HashMap<Integer, TrendRun>();
        var slowest =
                results.stream().mapToDouble(TrendResult::durationMs).max().orElse(0);
        var lines = results.stream()
                .map(result -> TrendLine.of(result, runs.computeIfAbsent(result.runId(), this::run), slowest))
                .toList();
        return new TestPage(
                lines.isEmpty() ? PageText.visible(key.name()) : lines.get(0).title(),
                PageText.visible(key.name()),
                PageText.visible(key.storage()),
                results.isEmpty() ? null : streak(id, results.get(0)),
                lines.isEmpty() ? List.of() : facts(results, lines),
                PageText.duration(slowest),
                reversed(lines),
                lines,
                places(id, results, lines));
    }

    private TrendRun run(int id) {
        return store.runs().find(id).map(TrendRun::of).orElse(TrendRun.DELETED);
    }

    private static List<RunFact> facts(List<TrendResult> results, List<TrendLine> lines) {
        var facts = new ArrayList<RunFact>();
        facts.add(new RunFact("Passed", rate(lines), ""));
        facts.add(new RunFact("Usual duration", PageText.duration(median(results)), ""));
        facts.add(new RunFact(
                "Flaky", times(results.stream().filter(TrendResult::flaky).count(), lines.size()), ""));
        facts.add(new RunFact(
                "Retried", times(results.stream().filter(TrendResult::retried).count(), lines.size()), ""));
        return facts;
    }

    private static String times(long count, int of) {
        return count == 0 ? "never" : count + " of " + of;
    }

    /** Returns which part of the results that passed or failed has passed. */
    private static String rate(List<TrendLine> lines) {
        var passed = lines.stream().filter(line -> line.tone().equals("good")).count();
        var failed = lines.stream().filter(line -> line.tone().equals("bad")).count();
        var counted = passed + failed;
        // 999 of 1000 are not all.
        return counted == 0
                ? "0 of 0"
                : Math.floorDiv(1000 * passed, counted) / 10.0 + " % (" + passed + " of " + counted + ")";
    }

    private static double median(List<TrendResult> results) {
        var sorted =
                results.stream().mapToDouble(TrendResult::durationMs).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Returns since when a test fails; null if the result is no failure, or its run has no history. */
    private @Nullable Streak streak(int test, TrendResult last) {
        var since = last.since();
        if (since == null) {
            return null;
        }
        var run = store.runs().find(since.runId());
        var first = store.results().find(since.runId(), since.resultId());
        return new Streak(
                run.map(row -> PageText.visible(row.name())).orElse("run") + " #" + since.runId(),
                first.map(row -> "/runs/" + row.runId() + "/results/" + row.id())
                        .orElse(""),
                new Moment(since.at()),
                trend.runsFailed(test, last, since));
    }

    /** Returns the branches, stages or titles of which the runs are; empty if they are all of one. */
    private List<TrendPlace> places(int test, List<TrendResult> results, List<TrendLine> lines) {
        var byLine = new LinkedHashMap<Integer, List<Integer>>();
        for (var index = 0; index < results.size(); index++) {
            byLine.computeIfAbsent(results.get(index).lineId(), line -> new ArrayList<>())
                    .add(index);
        }
        if (byLine.size() < 2) {
            return List.of();
        }
        return byLine.values().stream()
                .map(indexes -> {
                    var newest = results.get(indexes.get(0));
                    return new TrendPlace(
                            PageText.visible(trend.line(newest.lineId())),
                            lines.get(indexes.get(0)),
                            streak(test, newest),
                            rate(indexes.stream().map(lines::get).toList()));
                })
                .toList();
    }

    private static List<TrendLine> reversed(List<TrendLine> lines) {
        var reversed = new ArrayList<>(lines);
        Collections.reverse(reversed);
        return reversed;
    }

    /**
     * A test over time.
     *
     * @param streak since when it fails; null if it does not
     * @param slowest the longest duration
     * @param oldestFirst its results as the chart shows them
     * @param newestFirst its results as the table lists them
     * @param places its results by branch; empty if all are of one
     */
    record TestPage(
            String title,
            String name,
            String storage,
            @Nullable Streak streak,
            List<RunFact> facts,
            String slowest,
            List<TrendLine> oldestFirst,
            List<TrendLine> newestFirst,
            List<TrendPlace> places) {}

    /**
     * The failures in a row that end with a result.
     *
     * @param href the address of the first failure; empty if it is deleted
     */
    record Streak(String label, String href, Moment since, int runs) {

        String count() {
            return runs == 1 ? "1 run" : runs + " runs";
        }
    }

    /** A branch, the stage of a release, or a title of runs, and how the test does there. */
    record TrendPlace(
            String label, TrendLine newest, @Nullable Streak streak, String rate) {}
}

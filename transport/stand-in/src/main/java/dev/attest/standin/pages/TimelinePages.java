package dev.attest.standin.pages;

import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.ResultList.ResultTime;
import dev.attest.standin.store.Store;
import dev.attest.standin.timeline.Chart;
import dev.attest.standin.timeline.DurationClasses;
import dev.attest.standin.timeline.DurationClasses.DurationClass;
import dev.attest.standin.timeline.Lanes;
import dev.attest.standin.timeline.TestSpan;
import dev.attest.standin.timeline.Waits;
import dev.attest.standin.timeline.Waits.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads what the page of the time line of a run shows. */
final class TimelinePages {

    private static final int MOST_WAITS = 5;
    private static final int SLOWEST = 10;
    private static final int TICKS = 5;

    /** The height of a lane in the chart. */
    private static final int LANE = 16;

    private final Store store;

    TimelinePages(Store store) {
        this.store = store;
    }

    TimelinePage one(int runId) {
        var run = store.runs().find(runId).orElseThrow(() -> Refusal.notFound("Test run " + runId + " not found."));
        var times = store.resultList().times(runId);
        var spans = times.stream().map(TimelinePages::span).toList();
        var slowest = store.resultList().some(runId, slowest(times));
        var period = Period.of(spans);
        var chart = Chart.of(Lanes.of(spans), period.start(), period.end(), TimelinePages::failed);
        return new TimelinePage(
                RunLine.of(run, store.runs().counts(runId)),
                bars(runId, chart, period),
                chart.lanes(),
                chart.moreLanes(),
                chart.bars().stream()
                        .filter(bar -> !bar.single())
                        .mapToInt(Chart.Bar::count)
                        .sum(),
                period,
                spans.stream().mapToLong(TestSpan::length).sum(),
                waits(spans, period),
                classes(times),
                slowest.stream().map(ResultLine::of).toList());
    }

    private static List<Integer> slowest(List<ResultTime> times) {
        return times.stream()
                .sorted(Comparator.comparingDouble(ResultTime::milliseconds).reversed())
                .limit(SLOWEST)
                .map(ResultTime::id)
                .toList();
    }

    private static TestSpan span(ResultTime time) {
        return new TestSpan(
                time.id(), time.outcome(), time.ended() - Math.round(Math.max(0, time.milliseconds())), time.ended());
    }

    private static boolean failed(TestSpan span) {
        return PageText.tone(span.outcome()).equals("bad");
    }

    private List<TimelineBar> bars(int runId, Chart chart, Period period) {
        var single = chart.bars().stream()
                .filter(Chart.Bar::single)
                .map(bar -> bar.span().id())
                .toList();
        var titles = store.resultList().titles(runId, single);
        return chart.bars().stream().map(bar -> bar(runId, bar, titles, period)).toList();
    }

    private static TimelineBar bar(int runId, Chart.Bar bar, Map<Integer, String> titles, Period period) {
        var at = " at " + PageText.span(Duration.ofMillis(bar.start() - period.start()));
        var span = bar.span();
        var label = bar.single()
                ? span.outcome() + ": " + PageText.visible(titles.getOrDefault(span.id(), "")) + ", "
                        + PageText.duration((double) span.length()) + at
                : bar.count() + " short results" + (bar.failed() > 0 ? ", " + bar.failed() + " failed" : "") + at;
        return new TimelineBar(
                bar.single() ? "/runs/" + runId + "/results/" + span.id() : "",
                label,
                bar.single() ? PageText.tone(span.outcome()) : bar.failed() > 0 ? "bad" : "good",
                bar.single(),
                number(bar.x()),
                bar.lane() * LANE,
                number(bar.width()));
    }

    private static List<WaitLine> waits(List<TestSpan> spans, Period period) {
        return Waits.of(spans, period.start(), period.end(), MOST_WAITS).stream()
                .map(wait -> WaitLine.of(wait, period))
                .toList();
    }

    private static List<ClassLine> classes(List<ResultTime> times) {
        var classes = DurationClasses.of(
                times.stream().mapToDouble(ResultTime::milliseconds).toArray());
        var most = classes.stream().mapToInt(DurationClass::count).max().orElse(1);
        return classes.stream().map(each -> ClassLine.of(each, most)).toList();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /**
     * The time line of a run, and how long its tests took.
     *
     * @param merged how many results have no bar of their own
     * @param busy the durations of all results
     */
    record TimelinePage(
            RunLine run,
            List<TimelineBar> bars,
            int lanes,
            int moreLanes,
            int merged,
            Period period,
            long busy,
            List<WaitLine> waits,
            List<ClassLine> classes,
            List<ResultLine> slowest) {

        int height() {
            return Math.max(1, lanes) * LANE;
        }

        String span() {
            return PageText.span(Duration.ofMillis(period.end() - period.start()));
        }

        String work() {
            return PageText.span(Duration.ofMillis(busy));
        }

        /** Returns how many tests ran at once on average. */
        String atOnce() {
            return String.format(Locale.ROOT, "%.1f", (double) busy / Math.max(1, period.end() - period.start()));
        }

        List<String> ticks() {
            return IntStream.range(0, TICKS)
                    .mapToObj(tick ->
                            PageText.span(Duration.ofMillis((period.end() - period.start()) * tick / (TICKS - 1))))
                    .toList();
        }
    }

    /** From the start of the first test to the end of the last one, in milliseconds of the clock. */
    record Period(long start, long end) {

        static Period of(List<TestSpan> spans) {
            var start = spans.stream().mapToLong(TestSpan::start).min().orElse(0);
            return new Period(
                    start, spans.stream().mapToLong(TestSpan::end).max().orElse(start));
        }

        Moment began() {
            return new Moment(Instant.ofEpochMilli(start));
        }
    }

    /**
     * A bar.
     *
     * @param href the result; empty for several
     */
    record TimelineBar(String href, String label, String tone, boolean single, String x, int y, String width) {

        boolean bad() {
            return tone.equals("bad");
        }
    }

    /** A time in which no test ran, in words and in units of the chart. */
    record WaitLine(String length, String at, String x, String width) {

        static WaitLine of(Wait wait, Period period) {
            var scale = (double) Chart.WIDTH / Math.max(1, period.end() - period.start());
            return new WaitLine(
                    PageText.span(Duration.ofMillis(wait.length())),
                    PageText.span(Duration.ofMillis(wait.start() - period.start())),
                    number((wait.start() - period.start()) * scale),
                    number(wait.length() * scale));
        }
    }

    /** The results of a class of durations, and the width of their bar. */
    record ClassLine(String label, int count, int width) {

        static ClassLine of(DurationClass each, int most) {
            var label = each.from() == 0
                    ? "less than 1 ms"
                    : each.to() < 0 ? "1 h and more" : text(each.from()) + " to " + text(each.to());
            return new ClassLine(
                    label, each.count(), each.count() == 0 ? 0 : Math.max(4, (int) (1000L * each.count() / most)));
        }

        private static String text(long milliseconds) {
            return milliseconds < 1000
                    ? milliseconds + " ms"
                    : PageText.span(Duration.ofMillis(milliseconds)).replace(".0", "");
        }
    }
}

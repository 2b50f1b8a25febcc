package dev.attest.standin.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bars for the spans of a run, of which there are not too many for a page: the longest spans and the failures have bars
 * of their own, and what is between them is merged.
 *
 * @param lanes how many lanes are shown
 * @param moreLanes how many are not
 */
public record Chart(List<Bar> bars, int lanes, int moreLanes) {

    /** The width of the chart in units. */
    public static final int WIDTH = 1000;

    static final int MOST_BARS = 2000;
    static final int MOST_MERGED = 2000;
    static final int MOST_LANES = 50;
    private static final double LEAST = 0.8;

    /** Copies the list. */
    public Chart {
        bars = List.copyOf(bars);
    }

    /**
     * One span, or several short ones.
     *
     * @param count how many spans
     * @param span the only one, or the first one that failed, else the first
     * @param start of the first of them, in milliseconds of the clock
     */
    public record Bar(int lane, double x, double width, int count, int failed, TestSpan span, long start) {

        private Bar and(Bar later) {
            return new Bar(
                    lane,
                    x,
                    later.x + later.width - x,
                    count + later.count,
                    failed + later.failed,
                    failed == 0 && later.failed > 0 ? later.span : span,
                    start);
        }

        /** Returns whether the bar is of one span only. */
        public boolean single() {
            return count == 1;
        }
    }

    /** Returns the chart of the time between two moments. Merged bars come first, so that the others are in front. */
    public static Chart of(Lanes lanes, long start, long end, Predicate<TestSpan> failed) {
        var shown = lanes.lanes().subList(0, Math.min(MOST_LANES, lanes.lanes().size()));
        var alone = alone(shown, failed);
        var scale = (double) WIDTH / Math.max(1, end - start);
        var slot = (double) WIDTH * Math.max(1, shown.size()) / MOST_MERGED;
        var merged = new ArrayList<Bar>();
        var single = new ArrayList<Bar>();
        for (var lane = 0; lane < shown.size(); lane++) {
            Bar last = null;
            for (var span : shown.get(lane)) {
                var bar = bar(lane, span, start, scale, failed);
                if (alone.contains(span.id())) {
                    single.add(bar);
                } else if (last != null && bar.x() < last.x() + slot) {
                    last = last.and(bar);
                    merged.set(merged.size() - 1, last);
                } else {
                    last = bar;
                    merged.add(bar);
                }
            }
        }
        merged.addAll(single);
        return new Chart(merged, shown.size(), lanes.lanes().size() - shown.size());
    }

    private static Bar bar(int lane, TestSpan span, long start, double scale, Predicate<TestSpan> failed) {
        var width = Math.max(LEAST, span.length() * scale);
        var x = Math.min(WIDTH - LEAST, (span.start() - start) * scale);
        return new Bar(lane, x, Math.min(width, WIDTH - x), 1, failed.test(span) ? 1 : 0, span, span.start());
    }

    /** Asks once or twice of each span whether it failed, and not in each comparison of a sort. */
    private static Set<Integer> alone(List<List<TestSpan>> lanes, Predicate<TestSpan> failed) {
        return Stream.concat(longest(lanes, failed), longest(lanes, failed.negate()))
                .limit(MOST_BARS)
                .map(TestSpan::id)
                .collect(Collectors.toSet());
    }

    private static Stream<TestSpan> longest(List<List<TestSpan>> lanes, Predicate<TestSpan> wanted) {
        return lanes.stream()
                .flatMap(List::stream)
                .filter(wanted)
                .sorted(Comparator.comparingLong(TestSpan::length).reversed());
    }
}

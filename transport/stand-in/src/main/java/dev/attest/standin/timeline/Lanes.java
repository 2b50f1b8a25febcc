package dev.attest.standin.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Lanes in which no two spans overlap: as many as ran at once. No published result names its thread, so a span is in
 * the first lane that is free when it starts.
 *
 * @param lanes the spans of each, by their start
 */
public record Lanes(List<List<TestSpan>> lanes) {

    /** Times are rounded to milliseconds, so that a test may start before the one before it has ended. */
    private static final long ROUNDING = 1;

    /** Copies the list. */
    public Lanes {
        lanes = List.copyOf(lanes);
    }

    /** Returns the lanes of the spans. */
    public static Lanes of(List<TestSpan> spans) {
        var sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong(TestSpan::start).thenComparingLong(TestSpan::end));
        var lanes = new ArrayList<List<TestSpan>>();
        var busy = new PriorityQueue<Busy>(Comparator.comparingLong(Busy::until));
        var free = new PriorityQueue<Integer>();
        for (var span : sorted) {
            while (!busy.isEmpty() && busy.peek().until() <= span.start() + ROUNDING) {
                free.add(busy.remove().lane());
            }
            if (free.isEmpty()) {
                free.add(lanes.size());
                lanes.add(new ArrayList<>());
            }
            var lane = free.remove();
            lanes.get(lane).add(span);
            busy.add(new Busy(lane, span.end()));
        }
        return new Lanes(lanes);
    }

    private record Busy(int lane, long until) {}
}

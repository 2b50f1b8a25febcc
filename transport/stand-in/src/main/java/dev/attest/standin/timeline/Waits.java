package dev.attest.standin.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The times of a run in which no test ran. */
public final class Waits {

    /** Shorter ones are the work of frameworks between two tests. */
    private static final long SHORTEST = 100;

    /** And so are small parts of a long run. */
    private static final long SHARE = 100;

    private Waits() {}

    /** A time in which no test ran, in milliseconds of the clock. */
    public record Wait(long start, long end) {

        /** Returns the duration in milliseconds. */
        public long length() {
            return end - start;
        }
    }

    /** Returns the longest waits between two moments, in the order of time. */
    public static List<Wait> of(List<TestSpan> spans, long start, long end, int most) {
        var least = Math.max(SHORTEST, (end - start) / SHARE);
        var sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong(TestSpan::start));
        var waits = new ArrayList<Wait>();
        var until = start;
        for (var span : sorted) {
            add(waits, new Wait(until, span.start()), least);
            until = Math.max(until, span.end());
        }
        add(waits, new Wait(until, end), least);
        return waits.stream()
                .sorted(Comparator.comparingLong(Wait::length).reversed())
                .limit(most)
                .sorted(Comparator.comparingLong(Wait::start))
                .toList();
    }

    private static void add(List<Wait> waits, Wait wait, long least) {
        if (wait.length() >= least) {
            waits.add(wait);
        }
    }
}

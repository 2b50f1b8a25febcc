package dev.attest.standin.timeline;

import java.util.ArrayList;
import java.util.List;

/** How many results took how long, in classes each of which is about three times as long as the one before. */
public final class DurationClasses {

    private static final long[] BOUNDS = {
        1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_600_000
    };

    private DurationClasses() {}

    /**
     * A class of durations.
     *
     * @param from the first one, in milliseconds
     * @param to the first one of the next class; negative for no bound
     */
    public record DurationClass(long from, long to, int count) {}

    /** Returns the classes from the first to the last one that has results. */
    public static List<DurationClass> of(double[] milliseconds) {
        var counts = new int[BOUNDS.length + 1];
        for (var each : milliseconds) {
            counts[index(each)]++;
        }
        var classes = new ArrayList<DurationClass>();
        for (var index = 0; index < counts.length; index++) {
            var from = index == 0 ? 0 : BOUNDS[index - 1];
            var to = index == BOUNDS.length ? -1 : BOUNDS[index];
            classes.add(new DurationClass(from, to, counts[index]));
        }
        while (!classes.isEmpty() && classes.get(classes.size() - 1).count() == 0) {
            classes.remove(classes.size() - 1);
        }
        while (!classes.isEmpty() && classes.get(0).count() == 0) {
            classes.remove(0);
        }
        return classes;
    }

    private static int index(double milliseconds) {
        var index = 0;
        while (index < BOUNDS.length && milliseconds >= BOUNDS[index]) {
            index++;
        }
        return index;
    }
}

package dev.attest.benchmarks.cold;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one process took.
 *
 * @param process milliseconds from its start to its end
 * @param run milliseconds of the suite: opening, all tests, closing
 * @param end milliseconds of the run after the last test
 * @param cpu milliseconds of all its processors until the end of the run
 * @param classes that it had loaded
 * @param heap kilobytes in use after a full collection at the end
 */
record Figures(long process, long run, long end, long cpu, long classes, long heap) {

    /** Returns the median of each figure. */
    static Figures median(List<Figures> all) {
        return new Figures(
                median(all, Figures::process),
                median(all, Figures::run),
                median(all, Figures::end),
                median(all, Figures::cpu),
                median(all, Figures::classes),
                median(all, Figures::heap));
    }

    /** Returns what these are above others. */
    Figures less(Figures others) {
        return new Figures(
                process - others.process,
                run - others.run,
                end - others.end,
                cpu - others.cpu,
                classes - others.classes,
                heap - others.heap);
    }

    private static long median(List<Figures> all, ToLongFunction<Figures> figure) {
        long[] sorted = all.stream().mapToLong(figure).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

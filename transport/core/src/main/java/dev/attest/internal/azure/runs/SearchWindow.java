package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.Times;
import dev.attest.internal.journal.event.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a run was created that is searched, by one clock.
 *
 * <p>The service has a clock of its own, and dates its runs by it. The mark that is stored before a run is created has
 * its time:
 *
 * <pre>service time 2026-11-21T08:00:00Z</pre>
 */
record SearchWindow(Instant from, Instant until) {

    private static final String MARK = "service time ";
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofHours(1);
    /** The jobs of a sliced build may start that far apart. */
    private static final Duration MAX_HOST_DELAY = Duration.ofDays(1);
    /** The maximum age of a run. Services delete runs of pipelines after 30 days by default. */
    private static final Duration MAX_AGE = Duration.ofDays(60);

    static String mark(Instant serviceTime) {
        return MARK + Times.text(serviceTime);
    }

    /** Returns the window if the local clock is right. */
    static SearchWindow byLocalClock(Run run, Instant now) {
        return since(run.started(), now, run);
    }

    /**
     * Returns the window by the clock of the service. Without a mark, the difference between the two clocks counts.
     *
     * @param now time of the service
     * @param local time of the local clock at the same moment
     */
    static SearchWindow byService(Run run, Instant now, Instant local) {
        Optional<Instant> marked = Optional.of(run.mark())
                .filter(mark -> mark.startsWith(MARK))
                .flatMap(mark -> Times.parse(mark.substring(MARK.length())));
        return since(marked.orElseGet(() -> run.started().plus(Duration.between(local, now))), now, run);
    }

    /** A start in the future tells that the clock was set back since, but not how far. */
    private static SearchWindow since(Instant start, Instant now, Run run) {
        boolean future = start.isAfter(now);
        Duration margin = future || run.acrossHosts() ? MAX_HOST_DELAY : MAX_CLOCK_DIFFERENCE;
        Instant from = (future ? now : start).minus(margin);
        Instant until = now.plus(MAX_CLOCK_DIFFERENCE);
        Instant earliest = until.minus(MAX_AGE);
        return new SearchWindow(from.isBefore(earliest) ? earliest : from, until);
    }

    /**
     * Returns whether the other one needs no search of its own, because the clocks differ by less than their margin.
     */
    boolean covers(SearchWindow other) {
        Duration tolerance = MAX_CLOCK_DIFFERENCE.dividedBy(2);
        return !from.isAfter(other.from.plus(tolerance))
                && !until.plus(tolerance).isBefore(other.until);
    }
}

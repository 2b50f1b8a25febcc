package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tests of a journal that have started and not ended, in order of start, with the results that the framework has
 * reported of them, and the rows with more than one attempt.
 */
final class RunningTests {

    static final Failure JVM_ENDED = Failure.because("The JVM ended while this test was running.");
    static final Failure NO_RECORD = Failure.because(
            "The journal of the run holds no outcome of this test: the record is damaged, or it could not be written.");

    private final Map<Integer, Event.TestStarted> byRow = new LinkedHashMap<>();
    private final Map<Integer, Event.AttemptStopped> stopped = new HashMap<>();
    private final Set<Integer> retried = new HashSet<>();

    void started(Event.TestStarted test) {
        byRow.put(test.row(), test);
        stopped.remove(test.row());
        if (test.attempt() > 1) {
            retried.add(test.row());
        }
    }

    void stopped(Event.AttemptStopped attempt) {
        stopped.put(attempt.row(), attempt);
    }

    void ended(Result result) {
        byRow.remove(result.row());
        stopped.remove(result.row());
        if (result.retried() || result.attempt() > 1) {
            retried.add(result.row());
        }
    }

    boolean isRetried(int row) {
        return retried.contains(row);
    }

    boolean isEmpty() {
        return byRow.isEmpty();
    }

    /** Returns the running test of a row, or null. */
    @Nullable
    TestDescription get(int row) {
        Event.TestStarted started = byRow.get(row);
        return started == null ? null : started.test();
    }

    Collection<Event.TestStarted> all() {
        return byRow.values();
    }

    /** Returns the result that the framework reported of each, else an aborted one with this cause. */
    List<Result> last(Failure cause) {
        List<Result> last = new ArrayList<>();
        for (Event.TestStarted test : byRow.values()) {
            Event.AttemptStopped end = stopped.get(test.row());
            last.add(end == null || end.attempt() != test.attempt() ? aborted(test, cause) : end.of(test));
        }
        return last;
    }

    private static Result aborted(Event.TestStarted test, Failure cause) {
        return new Result(
                test.row(), test.attempt(), test.test(), Outcome.ABORTED, test.at(), Duration.ZERO, cause, "");
    }
}

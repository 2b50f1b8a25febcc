package dev.attest.internal.delivery;

import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.LineReader;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the planned tests that never started. Each read of the same journal returns the same tests in the same rows.
 */
final class NeverStarted implements Event.Visitor {

    private static final int BATCH = 500;
    private static final Failure CAUSE = Failure.because("The JVM ended before this test was started.");

    private final List<TestDescription> planned = new ArrayList<>();
    private final Map<String, Set<String>> started = new HashMap<>();
    private Instant last = Instant.EPOCH;
    private int rows;

    private NeverStarted() {}

    /** Returns a result for each. */
    static List<Result> of(Journal journal) throws IOException {
        NeverStarted reading = new NeverStarted();
        LineReader<Event> reader = journal.reader();
        for (List<Event> batch = reader.read(BATCH); !batch.isEmpty(); batch = reader.read(BATCH)) {
            batch.forEach(event -> event.accept(reading));
        }
        return reading.results();
    }

    /** Returns a result for each, without a lock on the journal. */
    static List<Result> of(InspectedJournal journal) throws IOException {
        NeverStarted reading = new NeverStarted();
        journal.readEvents(event -> event.accept(reading));
        return reading.results();
    }

    private List<Result> results() {
        List<Result> results = new ArrayList<>();
        Set<TestId> once = new HashSet<>();
        for (TestDescription test : planned) {
            if (!hasStarted(test.id()) && once.add(test.id())) {
                results.add(new Result(++rows, 1, test, Outcome.NOT_STARTED, last, Duration.ZERO, CAUSE, ""));
            }
        }
        return results;
    }

    /** A planned method has started if one of its invocations has. */
    private boolean hasStarted(TestId test) {
        return started.getOrDefault(methodOf(test), Set.of()).stream().anyMatch(path -> path.startsWith(test.path()));
    }

    private void markStarted(int row, TestId test) {
        rows = Math.max(rows, row);
        started.computeIfAbsent(methodOf(test), method -> new HashSet<>()).add(test.path());
    }

    private static String methodOf(TestId test) {
        return test.engine() + "\n" + test.className() + "\n" + test.method();
    }

    @Override
    public void runStarted(Event.RunStarted started) {
        last = started.run().started();
    }

    @Override
    public void testsPlanned(List<TestDescription> tests) {
        planned.addAll(tests);
    }

    @Override
    public void testStarted(Event.TestStarted test) {
        last = test.at();
        markStarted(test.row(), test.test().id());
    }

    @Override
    public void attemptStopped(Event.AttemptStopped stopped) {
        rows = Math.max(rows, stopped.row());
    }

    @Override
    public void resultRecorded(Result result) {
        markStarted(result.row(), result.test().id());
    }

    @Override
    public void attachmentAdded(Attachment attachment) {
        rows = Math.max(rows, attachment.row());
    }

    @Override
    public void evidenceMoved(Event.EvidenceMoved moved) {
        rows = Math.max(rows, moved.from());
    }

    @Override
    public void runFinished(Event.RunFinished finished) {
        last = finished.at();
    }
}

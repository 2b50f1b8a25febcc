package dev.attest.internal.delivery;

import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.LineReader;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Failure;
import dev.attest.spi.FingerprintMap;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the planned tests that never started. Each read of the same journal returns the same tests in the same rows.
 */
final class NeverStarted implements Event.Visitor {

    private static final int BATCH = 500;
    private static final Failure CAUSE = Failure.because("The JVM ended before this test was started.");

    private final List<TestDescription> planned = new ArrayList<>();
    /** The tests that started, and the beginnings of their paths: a planned method has started if an invocation has. */
    private final FingerprintMap started = new FingerprintMap();

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

    private boolean hasStarted(TestId test) {
        return started.get(FingerprintMap.of(methodOf(test), test.path())) != 0;
    }

    private void markStarted(int row, TestId test) {
        rows = Math.max(rows, row);
        long method = methodOf(test);
        String path = test.path();
        started.put(FingerprintMap.of(method, ""), 1);
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            started.put(FingerprintMap.of(method, path.substring(0, slash)), 1);
        }
        started.put(FingerprintMap.of(method, path), 1);
    }

    private static long methodOf(TestId test) {
        return FingerprintMap.of(test.engine(), test.className(), test.method());
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

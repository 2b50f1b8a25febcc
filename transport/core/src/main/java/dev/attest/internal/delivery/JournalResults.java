package dev.attest.internal.delivery;

import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.LineReader;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.TestDescription;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Reads the results of a journal, as they are delivered. */
public final class JournalResults implements Event.Visitor {

    private static final int BATCH = 500;

    private final RunningTests running = new RunningTests();
    private final Consumer<Result> results;
    private boolean cutOff = true;

    private JournalResults(Consumer<Result> results) {
        this.results = results;
    }

    /**
     * Passes on each attempt of a JVM that is dead, and a result for each test that was running or was never started.
     */
    public static void read(Journal journal, Consumer<Result> results) throws IOException {
        JournalResults reading = new JournalResults(results);
        LineReader<Event> reader = journal.reader();
        for (List<Event> batch = reader.read(BATCH); !batch.isEmpty(); batch = reader.read(BATCH)) {
            batch.forEach(event -> event.accept(reading));
        }
        reading.running
                .last(reading.cutOff ? RunningTests.JVM_ENDED : RunningTests.NO_RECORD)
                .forEach(results);
        if (reading.cutOff) {
            NeverStarted.of(journal).forEach(results);
        }
    }

    /**
     * Passes on each attempt without a lock on the journal. If its JVM is dead, passes on a result for each test that
     * was running or was never started.
     *
     * @return how many ranges of lines are unreadable
     */
    public static int read(InspectedJournal journal, Consumer<Result> results) throws IOException {
        JournalResults reading = new JournalResults(results);
        int unreadable = journal.readEvents(event -> event.accept(reading));
        if (journal.state() != InspectedJournal.State.IN_USE) {
            reading.running
                    .last(reading.cutOff ? RunningTests.JVM_ENDED : RunningTests.NO_RECORD)
                    .forEach(results);
            if (reading.cutOff) {
                NeverStarted.of(journal).forEach(results);
            }
        }
        return unreadable;
    }

    @Override
    public void runStarted(Event.RunStarted started) {}

    @Override
    public void testsPlanned(List<TestDescription> tests) {}

    @Override
    public void testStarted(Event.TestStarted test) {
        running.started(test);
    }

    @Override
    public void attemptStopped(Event.AttemptStopped stopped) {
        running.stopped(stopped);
    }

    @Override
    public void resultRecorded(Result result) {
        running.ended(result);
        results.accept(result);
    }

    @Override
    public void attachmentAdded(Attachment attachment) {}

    @Override
    public void evidenceMoved(Event.EvidenceMoved moved) {}

    @Override
    public void runFinished(Event.RunFinished finished) {
        cutOff = finished.cutOff();
    }
}

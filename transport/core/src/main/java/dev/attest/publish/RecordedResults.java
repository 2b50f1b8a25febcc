package dev.attest.publish;

import dev.attest.journal.Journal;
import dev.attest.model.Event;
import dev.attest.model.Event.ResultRecorded;
import dev.attest.model.Result;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where in the journal each attempt stands, so that one that was delivered can be read again. Not thread-safe. */
final class RecordedResults {

    private record Attempt(int row, int number) {}

    private final Journal journal;
    private final Map<Attempt, Long> positions = new HashMap<>();

    RecordedResults(Journal journal) {
        this.journal = journal;
    }

    void note(Event event, long position) {
        if (event instanceof ResultRecorded recorded) {
            Result result = recorded.result();
            positions.put(new Attempt(result.row(), result.attempt()), position);
        }
    }

    /** Returns an attempt that was read before; empty for one that the journal does not hold, or no longer. */
    Optional<Result> find(int row, int attempt) throws IOException {
        Long position = positions.get(new Attempt(row, attempt));
        if (position == null) {
            return Optional.empty();
        }
        return journal.reader(position).read(1).stream()
                .filter(ResultRecorded.class::isInstance)
                .map(event -> ((ResultRecorded) event).result())
                .filter(result -> result.row() == row && result.attempt() == attempt)
                .findFirst();
    }
}

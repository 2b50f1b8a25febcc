package dev.attest.internal.delivery;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Event.ResultRecorded;
import dev.attest.internal.journal.event.Result;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The positions of attempts in the journal, so that delivered ones can be read again. */
final class ResultIndex {

    private final Journal journal;

    /**
     * Positions of first attempts, by row; 0 for none, because no result has position 0. Most tests have no other
     * attempt.
     */
    private long[] firstPositions = new long[64];

    private final Map<AttemptKey, Long> laterPositions = new HashMap<>();
    private final Map<AttemptKey, Result> unwrittenResults = new HashMap<>();

    ResultIndex(Journal journal) {
        this.journal = journal;
    }

    /** Keeps a result that the journal does not hold. */
    void keep(Result result) {
        unwrittenResults.put(new AttemptKey(result.row(), result.attempt()), result);
    }

    void note(Event event, long position) {
        if (event instanceof ResultRecorded recorded) {
            Result result = recorded.result();
            note(result.row(), result.attempt(), position);
        }
    }

    private void note(int row, int attempt, long position) {
        if (attempt > 1) {
            laterPositions.put(new AttemptKey(row, attempt), position);
            return;
        }
        if (row >= firstPositions.length) {
            firstPositions = Arrays.copyOf(firstPositions, Math.max(row + 1, 2 * firstPositions.length));
        }
        firstPositions[row] = position;
    }

    private long position(int row, int attempt) {
        if (attempt > 1) {
            return laterPositions.getOrDefault(new AttemptKey(row, attempt), 0L);
        }
        return row < firstPositions.length ? firstPositions[row] : 0;
    }

    /** Returns an attempt that was read before; empty if the journal does not hold it any more. */
    Optional<Result> find(int row, int attempt) throws IOException {
        long position = position(row, attempt);
        if (position == 0) {
            return Optional.ofNullable(unwrittenResults.get(new AttemptKey(row, attempt)));
        }
        return journal.reader(position).read(1).stream()
                .filter(ResultRecorded.class::isInstance)
                .map(event -> ((ResultRecorded) event).result())
                .filter(result -> result.row() == row && result.attempt() == attempt)
                .findFirst();
    }
}

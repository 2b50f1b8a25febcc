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

/** Where in the journal each attempt stands, so that one that was delivered can be read again. Not thread-safe. */
final class ResultIndex {

    private record Attempt(int row, int number) {}

    private final Journal journal;

    /**
     * Of first attempts, by row; 0 for none, where no result can stand. Most tests have no other, and they are many.
     */
    private long[] firsts = new long[64];

    private final Map<Attempt, Long> others = new HashMap<>();
    private final Map<Attempt, Result> unwritten = new HashMap<>();

    ResultIndex(Journal journal) {
        this.journal = journal;
    }

    /** Keeps a result that the journal does not hold, since its JVM had no time to write it. */
    void keep(Result result) {
        unwritten.put(new Attempt(result.row(), result.attempt()), result);
    }

    void note(Event event, long position) {
        if (event instanceof ResultRecorded recorded) {
            Result result = recorded.result();
            note(result.row(), result.attempt(), position);
        }
    }

    private void note(int row, int attempt, long position) {
        if (attempt > 1) {
            others.put(new Attempt(row, attempt), position);
            return;
        }
        if (row >= firsts.length) {
            firsts = Arrays.copyOf(firsts, Math.max(row + 1, 2 * firsts.length));
        }
        firsts[row] = position;
    }

    private long position(int row, int attempt) {
        if (attempt > 1) {
            return others.getOrDefault(new Attempt(row, attempt), 0L);
        }
        return row < firsts.length ? firsts[row] : 0;
    }

    /** Returns an attempt that was read before; empty for one that the journal does not hold, or no longer. */
    Optional<Result> find(int row, int attempt) throws IOException {
        long position = position(row, attempt);
        if (position == 0) {
            return Optional.ofNullable(unwritten.get(new Attempt(row, attempt)));
        }
        return journal.reader(position).read(1).stream()
                .filter(ResultRecorded.class::isInstance)
                .map(event -> ((ResultRecorded) event).result())
                .filter(result -> result.row() == row && result.attempt() == attempt)
                .findFirst();
    }
}

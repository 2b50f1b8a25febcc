package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Result;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attempts that the service has neither accepted nor refused, in the order in which they ended, and the ids of the
 * others.
 */
final class PendingResults {

    /** By row, in the order in which the rows began to wait. */
    private final Map<Integer, Deque<Result>> waiting = new LinkedHashMap<>();

    /** Rows whose first attempt is done. Most tests have no other attempt. */
    private final BitSet doneFirsts = new BitSet();

    private final Set<AttemptKey> done = new HashSet<>();
    private final RowIds rows = new RowIds();
    private final Map<AttemptKey, String> attemptIds = new HashMap<>();
    private final Set<AttemptKey> refused = new HashSet<>();

    /** Rows with attempts that are only counted. */
    private final BitSet counted = new BitSet();

    private int size;

    /** Counts an attempt as waiting without keeping it. It stays so. */
    void count(Result result) {
        if (!isDone(result.row(), result.attempt())) {
            counted.set(result.row());
            size++;
        }
    }

    void add(Result result) {
        if (!isDone(result.row(), result.attempt())) {
            Deque<Result> attempts = waiting.get(result.row());
            if (attempts == null) {
                attempts = new ArrayDeque<>(2);
                waiting.put(result.row(), attempts);
            }
            attempts.add(result);
            size++;
        }
    }

    void created(Ack.Row row) {
        rows.put(row);
        markDone(row.row(), row.attempt());
    }

    /** Records an appended attempt. Returns whether it was not done before. */
    boolean appended(Ack.Attempt attempt) {
        attemptIds.put(new AttemptKey(attempt.row(), attempt.attempt()), attempt.id());
        return markDone(attempt.row(), attempt.attempt());
    }

    void refuse(int row, int attempt) {
        markDone(row, attempt);
        refused.add(new AttemptKey(row, attempt));
    }

    /** Returns the row at the service, or null. */
    Ack.@Nullable Row row(int row) {
        return rows.get(row);
    }

    /** Returns the id of an attempt; empty if the service does not store it separately; null if it has no id yet. */
    @Nullable
    String attemptId(int row, int attempt) {
        return attemptIds.get(new AttemptKey(row, attempt));
    }

    boolean isRefused(int row, int attempt) {
        return refused.contains(new AttemptKey(row, attempt));
    }

    /** Returns whether the attempt is done or its row has a waiting attempt. */
    boolean isKnown(int row, int attempt) {
        return isWaiting(row) || isDone(row, attempt);
    }

    int size() {
        return size;
    }

    /** Returns whether a row has a waiting attempt. */
    boolean isWaiting(int row) {
        return counted.get(row) || waiting.containsKey(row);
    }

    Set<Integer> waitingRows() {
        return Set.copyOf(waiting.keySet());
    }

    /** Returns the rows that the service does not have and that have waiting attempts, in order. */
    List<Integer> newRows() {
        return rows(false);
    }

    /** Returns the rows that the service has and that have waiting attempts, in order. */
    List<Integer> retriedRows() {
        return rows(true);
    }

    private List<Integer> rows(boolean created) {
        List<Integer> found = new ArrayList<>();
        for (Integer row : waiting.keySet()) {
            if (rows.contains(row) == created) {
                found.add(row);
            }
        }
        return found;
    }

    Result firstWaiting(int row) {
        return Objects.requireNonNull(waiting.get(row)).element();
    }

    List<Result> waitingAttempts(int row) {
        return List.copyOf(waiting.getOrDefault(row, new ArrayDeque<>()));
    }

    private boolean markDone(int row, int attempt) {
        Deque<Result> attempts = waiting.get(row);
        if (attempts != null) {
            for (Iterator<Result> each = attempts.iterator(); each.hasNext(); ) {
                if (each.next().attempt() == attempt) {
                    each.remove();
                    size--;
                }
            }
            if (attempts.isEmpty()) {
                waiting.remove(row);
            }
        }
        boolean doneBefore = isDone(row, attempt);
        if (attempt == 1) {
            doneFirsts.set(row);
        } else {
            done.add(new AttemptKey(row, attempt));
        }
        return !doneBefore;
    }

    /** Returns whether the service has accepted or refused an attempt. */
    boolean isDone(int row, int attempt) {
        return attempt == 1 ? doneFirsts.get(row) : done.contains(new AttemptKey(row, attempt));
    }
}

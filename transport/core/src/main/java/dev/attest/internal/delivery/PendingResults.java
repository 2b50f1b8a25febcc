package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Result;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attempts that no service has yet, in the order in which they ended, and the ids of what it has. */
final class PendingResults {

    private record Attempt(int row, int number) {}

    /** By row, in the order in which those began to wait. */
    private final Map<Integer, Deque<Result>> waiting = new LinkedHashMap<>();

    /** First attempts by row, and the others: most tests have no other, and they are many. */
    private final BitSet settledFirsts = new BitSet();

    private final Set<Attempt> settled = new HashSet<>();
    private final RowIds rows = new RowIds();
    private final Map<Attempt, String> appended = new HashMap<>();
    private final Set<Attempt> refused = new HashSet<>();
    private int size;

    void add(Result result) {
        if (!isSettled(result.row(), result.attempt())) {
            waiting.computeIfAbsent(result.row(), row -> new ArrayDeque<>()).add(result);
            size++;
        }
    }

    void created(Ack.Row row) {
        rows.put(row);
        settle(row.row(), row.attempt());
    }

    /** Notes an attempt that the service keeps; returns whether it had nothing of it before. */
    boolean appended(Ack.Attempt attempt) {
        appended.put(new Attempt(attempt.row(), attempt.attempt()), attempt.id());
        return settle(attempt.row(), attempt.attempt());
    }

    void refuse(int row, int attempt) {
        settle(row, attempt);
        refused.add(new Attempt(row, attempt));
    }

    /** Returns the row that the service made, or null. */
    Ack.@Nullable Row row(int row) {
        return rows.get(row);
    }

    /** Returns the id that the service gave the attempt, empty where it keeps none apart; null while it has none. */
    @Nullable
    String attempt(int row, int attempt) {
        return appended.get(new Attempt(row, attempt));
    }

    boolean isRefused(int row, int attempt) {
        return refused.contains(new Attempt(row, attempt));
    }

    /** Returns whether it is known how an attempt ended. */
    boolean isKnown(int row, int attempt) {
        return waiting.containsKey(row) || isSettled(row, attempt);
    }

    int size() {
        return size;
    }

    /** Returns the numbers of the rows that wait, new ones and such with a further attempt. */
    Set<Integer> waitingRows() {
        return Set.copyOf(waiting.keySet());
    }

    /** Returns the first attempts at rows that the service does not have yet, in order, at most so many. */
    List<Result> firsts(int most) {
        return waiting.entrySet().stream()
                .filter(attempts -> !rows.contains(attempts.getKey()))
                .map(attempts -> attempts.getValue().element())
                .limit(most)
                .toList();
    }

    /** Returns rows that the service has and that have further attempts, in order, at most so many. */
    List<Integer> retried(int most) {
        return waiting.keySet().stream().filter(rows::contains).limit(most).toList();
    }

    /** Returns the waiting attempts at a row, in order. */
    List<Result> of(int row) {
        return List.copyOf(waiting.getOrDefault(row, new ArrayDeque<>()));
    }

    private boolean settle(int row, int attempt) {
        Deque<Result> attempts = waiting.get(row);
        if (attempts != null) {
            int count = attempts.size();
            attempts.removeIf(result -> result.attempt() == attempt);
            size -= count - attempts.size();
            if (attempts.isEmpty()) {
                waiting.remove(row);
            }
        }
        boolean before = isSettled(row, attempt);
        if (attempt == 1) {
            settledFirsts.set(row);
        } else {
            settled.add(new Attempt(row, attempt));
        }
        return !before;
    }

    /** Returns whether the service has, or has refused, an attempt. */
    boolean isSettled(int row, int attempt) {
        return attempt == 1 ? settledFirsts.get(row) : settled.contains(new Attempt(row, attempt));
    }
}

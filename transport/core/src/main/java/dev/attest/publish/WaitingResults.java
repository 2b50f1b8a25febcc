package dev.attest.publish;

import dev.attest.model.Result;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The attempts that no service has yet, in the order in which they ended, and the ids of the rows that it has. */
final class WaitingResults {

    private record Attempt(int row, int number) {}

    private final Deque<Result> waiting = new ArrayDeque<>();
    private final Set<Attempt> settled = new HashSet<>();
    private final Map<Integer, String> ids = new HashMap<>();
    private final Set<Attempt> refused = new HashSet<>();

    void add(Result result) {
        if (!settled.contains(new Attempt(result.row(), result.attempt()))) {
            waiting.add(result);
        }
    }

    void created(int row, int attempt, String id) {
        ids.put(row, id);
        settle(row, attempt);
    }

    void settle(int row, int attempt) {
        settled.add(new Attempt(row, attempt));
        waiting.removeIf(result -> result.row() == row && result.attempt() == attempt);
    }

    void refuse(int row, int attempt) {
        settle(row, attempt);
        if (!ids.containsKey(row)) {
            refused.add(new Attempt(row, attempt));
        }
    }

    /** Returns the id that the service gave the row, or null. */
    @Nullable
    String id(int row) {
        return ids.get(row);
    }

    /** Returns the rows that the service has. */
    Set<Integer> known() {
        return Set.copyOf(ids.keySet());
    }

    /** Returns whether the attempt was refused, and no row is there for what belongs to it. */
    boolean isRefused(int row, int attempt) {
        return !ids.containsKey(row) && refused.contains(new Attempt(row, attempt));
    }

    /** Returns the rows that wait. */
    Set<Integer> rows() {
        return waiting.stream().map(Result::row).collect(Collectors.toSet());
    }

    int size() {
        return waiting.size();
    }

    /**
     * Returns what to send next, in order, at most so many: rows that the service does not have yet, or a later attempt
     * at a row that it has, alone.
     */
    List<Result> next(int most) {
        List<Result> next = new ArrayList<>();
        Set<Integer> rows = new HashSet<>();
        for (Result result : waiting) {
            if (ids.containsKey(result.row())) {
                return next.isEmpty() ? List.of(result) : next;
            }
            if (next.size() == most || !rows.add(result.row())) {
                break;
            }
            next.add(result);
        }
        return next;
    }
}

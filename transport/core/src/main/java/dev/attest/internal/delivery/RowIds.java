package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the service has. In eight bytes each where it counts its ids, for a run may have a hundred thousand.
 */
final class RowIds {

    private static final int FIRST_ATTEMPT = 1;

    /** By row: 0 where there is none, else one more than its id. */
    private long[] counted = new long[64];

    /** Rows whose id is no plain number, and those that a later attempt made. */
    private final Map<Integer, Ack.Row> others = new HashMap<>();

    void put(Ack.Row row) {
        long id = row.attempt() == FIRST_ATTEMPT ? number(row.resultId()) : -1;
        if (id < 0) {
            others.put(row.row(), row);
            return;
        }
        if (row.row() >= counted.length) {
            counted = Arrays.copyOf(counted, Math.max(row.row() + 1, 2 * counted.length));
        }
        counted[row.row()] = id + 1;
    }

    boolean contains(int row) {
        return isCounted(row) || others.containsKey(row);
    }

    /** Returns what the service made of a row, or null. */
    Ack.@Nullable Row get(int row) {
        return isCounted(row) ? new Ack.Row(row, FIRST_ATTEMPT, String.valueOf(counted[row] - 1)) : others.get(row);
    }

    private boolean isCounted(int row) {
        return row < counted.length && counted[row] > 0;
    }

    /** Returns the number that is written like this; -1 for any other text. */
    private static long number(String id) {
        boolean plain = id.matches("0|[1-9][0-9]{0,17}");
        return plain ? Long.parseLong(id) : -1;
    }
}

package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows at the service. A numeric id takes 8 bytes, because a run may have a hundred thousand rows. */
final class RowIds {

    private static final int FIRST_ATTEMPT = 1;

    /** By row: the id plus one, or 0 for none. */
    private long[] numericIds = new long[64];

    /** Rows with another id, and rows that a later attempt created. */
    private final Map<Integer, Ack.Row> otherRows = new HashMap<>();

    void put(Ack.Row row) {
        long id = row.attempt() == FIRST_ATTEMPT ? number(row.resultId()) : -1;
        if (id < 0) {
            otherRows.put(row.row(), row);
            return;
        }
        if (row.row() >= numericIds.length) {
            numericIds = Arrays.copyOf(numericIds, Math.max(row.row() + 1, 2 * numericIds.length));
        }
        numericIds[row.row()] = id + 1;
    }

    boolean contains(int row) {
        return isNumeric(row) || otherRows.containsKey(row);
    }

    /** Returns the row at the service, or null. */
    Ack.@Nullable Row get(int row) {
        return isNumeric(row)
                ? new Ack.Row(row, FIRST_ATTEMPT, String.valueOf(numericIds[row] - 1))
                : otherRows.get(row);
    }

    private boolean isNumeric(int row) {
        return row < numericIds.length && numericIds[row] > 0;
    }

    /** Returns the number in its plain decimal form; -1 for any other text. */
    private static long number(String id) {
        boolean numeric = id.matches("0|[1-9][0-9]{0,17}");
        return numeric ? Long.parseLong(id) : -1;
    }
}

package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows at the service. A numeric id takes 8 bytes, because a run may have a hundred thousand rows. */
final class RowIds {

    private static final int FIRST_ATTEMPT = 1;

    /** In digits. */
    private static final int LONGEST_NUMBER = 18;

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
        if (id.isEmpty() || id.length() > LONGEST_NUMBER || (id.length() > 1 && id.charAt(0) == '0')) {
            return -1;
        }
        long number = 0;
        for (int at = 0; at < id.length(); at++) {
            char digit = id.charAt(at);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + (digit - '0');
        }
        return number;
    }
}

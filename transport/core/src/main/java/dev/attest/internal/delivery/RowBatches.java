package dev.attest.internal.delivery;

import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Chooses the rows of the next request of one kind. Rows that failed before go last, those of the last failure after
 * those of earlier ones, with fewer others each time. Not thread-safe.
 */
final class RowBatches {

    private final int least;
    private final int most;
    private final FailedItems<Integer> failed;

    /** Maximum number of rows of the next request. */
    private int size;

    /**
     * @param least so many rows are enough for a request
     * @param most maximum number of rows per request
     */
    RowBatches(int least, int most, FailedItems<Integer> failed) {
        this.least = least;
        this.most = most;
        this.failed = failed;
        this.size = most;
    }

    /**
     * Returns the rows of the next request; none if there are not enough.
     *
     * @param waiting all rows, in order
     * @param due whether any number is enough
     */
    List<Integer> next(List<Integer> waiting, boolean due) {
        List<Integer> failedBefore = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        for (Iterator<Integer> rows = waiting.iterator(); rows.hasNext() && next.size() < size; ) {
            int row = rows.next();
            if (!failed.hasFailed(row)) {
                next.add(row);
            } else if (failed.isDue(row)) {
                failedBefore.add(row);
            }
        }
        failedBefore.sort(failed.order());
        boolean enough = !next.isEmpty() && (due || next.size() >= Math.min(least, size));
        return enough ? next : together(failedBefore);
    }

    private List<Integer> together(List<Integer> failedBefore) {
        List<Integer> next = new ArrayList<>();
        int room = size;
        for (int row : failedBefore) {
            room = Math.min(room, failed.mostTogether(row));
            if (next.size() >= room) {
                break;
            }
            next.add(row);
        }
        return next;
    }

    void accepted(List<Integer> rows) {
        failed.accepted(rows);
        size = Math.min(most, size * 2);
    }

    /**
     * Records that the service rejected the rows. Returns whether it may accept half of them; if not, each is refused.
     */
    boolean rejected(List<Integer> rows, Rejected rejected) {
        if (rows.size() > 1 && !rejected.wholeRun()) {
            size = rows.size() / 2;
            return true;
        }
        failed.forget(rows);
        size = Math.min(most, size * 2);
        return false;
    }

    void failed(List<Integer> rows, Retry retry) {
        failed.failed(rows, retry);
    }
}

package dev.attest.standin.store;

import dev.attest.standin.store.ResultStore.ResultRow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds where a page of results starts. The counts of the blocks say which block it is, so only results of that block
 * are read and skipped.
 */
final class ResultSeek {

    /**
     * The start of a page.
     *
     * @param id the first id of the block
     * @param skip the number of results of the block before the page
     */
    private record Start(int id, int skip) {

        static final Start BEHIND = new Start(Integer.MAX_VALUE, 0);
    }

    /**
     * The results of a run that have the same state and outcome.
     *
     * @param count the number of these results
     */
    record ResultKind(String state, String outcome, int count) {

        /** Returns the kinds of results of a run. */
        static List<ResultKind> of(Handle handle, int runId) {
            return handle.createQuery("select state, outcome, sum(amount) as n from result_count where run_id = :run"
                            + " group by state, outcome having sum(amount) > 0")
                    .bind("run", runId)
                    .map((row, context) ->
                            new ResultKind(row.getString("state"), row.getString("outcome"), row.getInt("n")))
                    .list();
        }

        int rank() {
            return rank(state, outcome);
        }

        /** Returns 0 for failures, 1 for other results that are not completed, 3 for passed ones, else 2. */
        static int rank(String state, String outcome) {
            if (Verdict.FAILURES.contains(outcome)) {
                return 0;
            }
            return !state.equals("Completed") ? 1 : outcome.equals("Passed") ? 3 : 2;
        }
    }

    private final Handle handle;
    private final int runId;

    ResultSeek(Handle handle, int runId) {
        this.handle = handle;
        this.runId = runId;
    }

    /** Returns a page of all results, ordered by id. */
    List<ResultRow> rows(int skip, int top) {
        var start = start(List.of(), skip);
        return handle.createQuery("select * from result where run_id = :run and id >= :from order by run_id, id"
                        + " offset :skip rows fetch next :top rows only")
                .bind("run", runId)
                .bind("from", start.id())
                .bind("skip", start.skip())
                .bind("top", top)
                .map(ResultStore::row)
                .list();
    }

    /** Returns a page of the ids of the results of these kinds, ordered by id. */
    List<Integer> ids(List<ResultKind> kinds, int skip, int top) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        var start = start(kinds, skip);
        // Without the hint, H2 reads the whole run in a nested query.
        var each = IntStream.range(0, kinds.size())
                .mapToObj(index ->
                        "(select id from result use index (result_by_outcome) where run_id = :run and state = :state"
                                + index
                                + " and outcome = :outcome" + index + " and id >= :from"
                                + " order by run_id, state, outcome, id fetch first :last rows only)")
                .collect(Collectors.joining(" union all "));
        var query = handle.createQuery(
                        "select id from (" + each + ") order by id offset :skip rows fetch next :top rows only")
                .bind("run", runId)
                .bind("from", start.id())
                .bind("last", start.skip() + top)
                .bind("skip", start.skip())
                .bind("top", top);
        return bound(query, kinds).mapTo(Integer.class).list();
    }

    private Start start(List<ResultKind> kinds, int skip) {
        var wanted = IntStream.range(0, kinds.size())
                .mapToObj(index -> "(state = :state" + index + " and outcome = :outcome" + index + ")")
                .collect(Collectors.joining(" or "));
        var query = handle.createQuery("select block, sum(amount) as n from result_count where run_id = :run"
                        + (wanted.isEmpty() ? "" : " and (" + wanted + ")") + " group by block order by block")
                .bind("run", runId);
        return bound(query, kinds).scanResultSet((results, context) -> {
            try (context) {
                var rows = results.get();
                var left = skip;
                while (rows.next()) {
                    if (left < rows.getInt("n")) {
                        return new Start(rows.getInt("block") * ResultCounts.BLOCK, left);
                    }
                    left -= rows.getInt("n");
                }
                return Start.BEHIND;
            }
        });
    }

    private static Query bound(Query query, List<ResultKind> kinds) {
        for (var index = 0; index < kinds.size(); index++) {
            query.bind("state" + index, kinds.get(index).state())
                    .bind("outcome" + index, kinds.get(index).outcome());
        }
        return query;
    }
}

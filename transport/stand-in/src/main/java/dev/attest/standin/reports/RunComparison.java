package dev.attest.standin.reports;

import dev.attest.standin.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What differs between two runs of a project. If a run has several results of a test, the worst one counts. */
public final class RunComparison {

    /** What became of a test. */
    public enum Change {
        /** It fails, and did not before. */
        NEW_FAILURE,
        /** It failed, and fails. */
        STILL_FAILING,
        /** It failed, and passed now. */
        FIXED,
        /** It passed both times, took at least twice as long, and at least half a second longer. */
        SLOWER,
        /** It was completed, and is skipped or not completed now. */
        SKIPPED,
        /** It is new, and does not fail. */
        ADDED,
        /** Only the other run has it. */
        GONE
    }

    // The rank is 0 for failures, 1 for others that are not completed, 2 for skipped ones, and 3 for passed ones.
    private static final String CHANGE = "case when now_rank is null then 'GONE'"
            + " when now_rank = 0 then case when base_rank = 0 then 'STILL_FAILING' else 'NEW_FAILURE' end"
            + " when base_rank is null then 'ADDED'"
            + " when base_rank = 0 and now_rank = 3 then 'FIXED'"
            + " when now_rank in (1, 2) and base_rank in (0, 3) then 'SKIPPED'"
            + " when now_rank = 3 and base_rank = 3 and now_ms >= 2 * base_ms and now_ms - base_ms >= 500 then 'SLOWER'"
            + " end";

    /** The index has all of these columns, so that no row is read. */
    private static final String TESTS = "select test_key, min(case when run_id = :now then place end) as now_place,"
            + " min(case when run_id = :base then place end) as base_place,"
            + " max(case when run_id = :now then duration_ms end) as now_ms,"
            + " max(case when run_id = :base then duration_ms end) as base_ms"
            + " from (select run_id, test_key, duration_ms, rank * 4294967296 + id as place from result_search"
            + " use index (result_search_by_duration) where run_id in (:now, :base) and test_key <> 0)"
            + " group by test_key";

    private static final String CHANGES = "select change, now_place, base_place, now_ms - base_ms as longer from"
            + " (select t.*, "
            + CHANGE.replace("now_rank", "(now_place / 4294967296)").replace("base_rank", "(base_place / 4294967296)")
            + " as change from (" + TESTS + ") t) where change is not null";

    private final Store store;

    /** Reads from this store. */
    public RunComparison(Store store) {
        this.store = store;
    }

    /** Returns how many tests have changed in each way, and a page of the tests of each way. */
    public Map<Change, Changed> compare(int now, int base, int skip, int top) {
        return store.read(handle -> rows(handle, now, base, skip, top)).stream()
                .collect(Collectors.groupingBy(
                        Row::change,
                        () -> new EnumMap<>(Change.class),
                        Collectors.collectingAndThen(Collectors.toList(), Changed::of)));
    }

    private static List<Row> rows(Handle handle, int now, int base, int skip, int top) {
        return handle.createQuery("select * from (select change, now_place, base_place,"
                        + " count(*) over (partition by change) as total, row_number() over (partition by change"
                        + " order by case when change = 'SLOWER' then -longer end, coalesce(now_place, base_place)) as place"
                        + " from (" + CHANGES + ")) where place > :skip and place <= :last order by change, place")
                .bind("now", now)
                .bind("base", base)
                .bind("skip", skip)
                .bind("last", skip + top)
                .map(RunComparison::row)
                .list();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                Change.valueOf(row.getString("change")),
                row.getInt("total"),
                new Pair((int) row.getLong("now_place"), (int) row.getLong("base_place")));
    }

    /**
     * Returns the run before a run in its project: that with the same name and origin, else with the same name, else
     * with the same origin, else any; a run that has ended before one that is in progress.
     */
    public Optional<Integer> before(int run) {
        return store.read(handle -> handle.createQuery("select b.id from run a join run b on b.project = a.project"
                        + " and b.id < a.id where a.id = :run order by case when b.name = a.name and b.line_id = a.line_id"
                        + " then 0 when b.name = a.name then 1 when a.line_id <> 0 and b.line_id = a.line_id then 2 else 3"
                        + " end, case when b.state in ('Completed', 'Aborted') then 0 else 1 end, b.id desc"
                        + " fetch first row only")
                .bind("run", run)
                .mapTo(Integer.class)
                .findOne());
    }

    /** The results of a test in both runs; 0 for none. */
    public record Pair(int now, int base) {}

    /** The number of tests that have changed in a way, and some of them. */
    public record Changed(int total, List<Pair> pairs) {

        /** Copies the list. */
        public Changed {
            pairs = List.copyOf(pairs);
        }

        private static Changed of(List<Row> rows) {
            return new Changed(rows.get(0).total(), rows.stream().map(Row::pair).toList());
        }
    }

    private record Row(Change change, int total, Pair pair) {}
}

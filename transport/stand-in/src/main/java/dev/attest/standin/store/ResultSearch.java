package dev.attest.standin.store;

import dev.attest.standin.store.ResultSeek.ResultKind;
import dev.attest.standin.store.ResultStore.ResultRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The table {@code result_search}: what the pages search, sort and select the results of a run by. */
public final class ResultSearch {

    /**
     * Up to this number of results are sorted. Of more, an index in the order of the page reads those before its end.
     */
    private static final int FEW = 2000;

    private final Jdbi jdbi;

    ResultSearch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns a page of the results of a run that meet the criteria. */
    public Found find(int runId, Criteria criteria, int skip, int top) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            var few = bound(
                            handle.createQuery(
                                    "select id, rank, outcome, class_name, duration_ms from result_search where "
                                            + criteria.sql() + " fetch first " + (FEW + 1) + " rows only"),
                            runId,
                            criteria)
                    .map(Sorted::of)
                    .list();
            return few.size() <= FEW
                    ? found(handle, runId, few.size(), sorted(few, criteria.order(), skip, top))
                    : found(handle, runId, count(handle, runId, criteria), many(handle, runId, criteria, skip, top));
        });
    }

    private static Found found(Handle handle, int runId, int total, List<Integer> ids) {
        var rows = ResultStore.rows(handle, runId, ids);
        return new Found(
                total, ids.stream().map(rows::get).filter(Objects::nonNull).toList());
    }

    private static List<Integer> sorted(List<Sorted> rows, Order order, int skip, int top) {
        return rows.stream()
                .sorted(order.comparator())
                .skip(skip)
                .limit(top)
                .map(Sorted::id)
                .toList();
    }

    private static int count(Handle handle, int runId, Criteria criteria) {
        return bound(handle.createQuery("select count(*) from result_search where " + criteria.sql()), runId, criteria)
                .mapTo(Integer.class)
                .one();
    }

    private static List<Integer> many(Handle handle, int runId, Criteria criteria, int skip, int top) {
        var order = criteria.order();
        var query = handle.createQuery(
                        "select id from result_search " + order.hint + " where " + order.condition() + criteria.sql()
                                + " order by " + order.columns + " offset :skip rows fetch next :top rows only")
                .bind("skip", skip)
                .bind("top", top);
        if (!order.hint.isEmpty()) {
            query.bind("run", runId);
        }
        return bound(query, runId, criteria).mapTo(Integer.class).list();
    }

    private static Query bound(Query query, int runId, Criteria criteria) {
        query.bind("first", place(runId, 0)).bind("last", place(runId, Integer.MAX_VALUE));
        criteria.values().forEach(query::bind);
        return query;
    }

    private static long place(int runId, int id) {
        return ((long) runId << Integer.SIZE) + id;
    }

    /** Deletes what belongs to results of a run that are deleted. */
    static void deleteRest(Handle handle, int runId) {
        handle.execute(
                "delete from result_search s where place between ? and ?"
                        + " and not exists (select 1 from result r where r.run_id = s.run_id and r.id = s.id)",
                place(runId, 0),
                place(runId, Integer.MAX_VALUE));
    }

    /** Returns the failures of a run before and after a result, by id. */
    public Neighbours failuresBeside(int runId, int id) {
        return jdbi.withHandle(handle -> handle.createQuery("select max(case when id < :id then id end) as before,"
                        + " min(case when id > :id then id end) as after from result_search"
                        + " where run_id = :run and rank = 0")
                .bind("run", runId)
                .bind("id", id)
                .map((row, context) -> new Neighbours(row.getInt("before"), row.getInt("after")))
                .one());
    }

    /** Adds the rows of new results. */
    static void insert(Handle handle, Collection<ResultRow> rows, Map<Integer, Searched> searched) {
        store(
                handle,
                "insert into result_search (class_name, rank, outcome, duration_ms, marks, text, test_key, ended_ms,"
                        + " run_id, id, place) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                searched);
    }

    /** Changes the rows of results. */
    static void update(Handle handle, Collection<ResultRow> rows, Map<Integer, Searched> searched) {
        store(
                handle,
                "update result_search set class_name = ?, rank = ?, outcome = ?, duration_ms = ?, marks = ?, text = ?"
                        + ", test_key = ?, ended_ms = ?, run_id = ?, id = ? where place = ?",
                rows,
                searched);
    }

    private static void store(Handle handle, String sql, Collection<ResultRow> rows, Map<Integer, Searched> searched) {
        var batch = handle.prepareBatch(sql);
        for (var row : rows) {
            var found = Objects.requireNonNull(searched.get(row.id()));
            batch.add(
                    found.className(),
                    ResultKind.rank(row.state(), row.outcome()),
                    row.outcome(),
                    row.durationMs(),
                    found.marks()
                            + (row.rerun() ? " retried " : "")
                            + (row.history().flaky() ? " flaky " : ""),
                    found.text(),
                    row.history().testKey(row.title(), found.className()),
                    row.history().endedMillis(),
                    row.runId(),
                    row.id(),
                    place(row.runId(), row.id()));
        }
        batch.execute();
    }

    /** Locks the row of a result, and sets what its test has printed. */
    static void setOutput(Handle handle, int runId, int id, Supplier<String> output) {
        handle.createQuery("select id from result_search where place = :place for update")
                .bind("place", place(runId, id))
                .mapTo(Integer.class)
                .list();
        handle.execute("update result_search set output = ? where place = ?", lower(output.get()), place(runId, id));
    }

    /** The order of the results on a page. */
    public enum Order {
        /** Failures first, and passed ones last. */
        WORST("run_id, rank, outcome, id", "use index (result_search_by_rank)"),
        /** By class. */
        CLASS("run_id, class_name, id", "use index (result_search_by_class)"),
        /** The slowest first. */
        SLOWEST("run_id, duration_ms desc, id", "use index (result_search_by_duration)"),
        /** As they were added. */
        ADDED("place", "");

        private final String columns;
        private final String hint;

        Order(String columns, String hint) {
            this.columns = columns;
            this.hint = hint;
        }

        private Comparator<Sorted> comparator() {
            var byId = Comparator.comparing(Sorted::id);
            return switch (this) {
                case WORST ->
                    Comparator.comparing(Sorted::rank)
                            .thenComparing(Sorted::outcome)
                            .thenComparing(byId);
                case CLASS -> Comparator.comparing(Sorted::className).thenComparing(byId);
                case SLOWEST ->
                    Comparator.comparing(Sorted::duration).reversed().thenComparing(byId);
                case ADDED -> byId;
            };
        }

        /** Returns the condition that the index starts with. Without an index of its own, the table has the order. */
        private String condition() {
            return hint.isEmpty() ? "" : "run_id = :run and ";
        }
    }

    /**
     * Which results are selected. An empty text selects all.
     *
     * @param text what title, name, message, comment or output contain; case does not matter
     * @param mark {@code retried}, {@code flaky}, {@code new}, {@code slow}, {@code known} or {@code quarantined}
     */
    public record Criteria(String outcome, String className, String text, String mark, Order order) {

        private String sql() {
            var sql = new ArrayList<>(List.of("place between :first and :last"));
            if (!outcome.isEmpty()) {
                sql.add("outcome = :outcome");
            }
            if (!className.isEmpty()) {
                sql.add("class_name = :class");
            }
            if (!mark.isEmpty()) {
                sql.add("locate(:mark, marks) > 0");
            }
            if (!text.isEmpty()) {
                sql.add("(locate(:text, text) > 0 or locate(:text, output) > 0)");
            }
            return String.join(" and ", sql);
        }

        private Map<String, String> values() {
            var all = Map.of(
                    "outcome",
                    outcome,
                    "class",
                    className,
                    "mark",
                    mark.isEmpty() ? "" : " " + mark + " ",
                    "text",
                    lower(text));
            return all.entrySet().stream()
                    .filter(entry -> !entry.getValue().isEmpty())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** The ids of two results; 0 for none. */
    public record Neighbours(int before, int after) {}

    /** The number of results that meet the criteria, and a page of them. */
    public record Found(int total, List<ResultRow> rows) {

        /** Copies the list. */
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /** What a result is sorted by. */
    private record Sorted(int id, int rank, String outcome, String className, double duration) {

        static Sorted of(ResultSet row, StatementContext context) throws SQLException {
            return new Sorted(
                    row.getInt("id"),
                    row.getInt("rank"),
                    row.getString("outcome"),
                    row.getString("class_name"),
                    row.getDouble("duration_ms"));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * What is searched of a result, beside what the result has in columns.
     *
     * @param className the class or the file of the test
     * @param marks words, each with a space before and behind it
     */
    public record Searched(String className, String marks, String text) {

        /** More of a text is not searched. */
        private static final int LONGEST = 6000;

        private static final int LONGEST_CLASS = 1000;

        /** Shortens the texts. */
        public Searched {
            className = cut(className, LONGEST_CLASS);
            text = lower(cut(text, LONGEST));
        }

        private static String cut(String text, int most) {
            return text.length() <= most ? text : text.substring(0, most);
        }
    }
}

package dev.attest.standin.store;

import dev.attest.standin.store.ResultSeek.ResultKind;
import dev.attest.standin.store.ResultStore.ResultRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Pages of the results of a run. A page far down costs as much as the first one. */
public final class ResultList {

    /** The results that are listed together, ordered by id. */
    private record Section(int rank, String outcome) {

        static final Comparator<Section> ORDER =
                Comparator.comparingInt(Section::rank).thenComparing(Section::outcome);

        static Section of(ResultKind kind) {
            return new Section(kind.rank(), kind.outcome());
        }
    }

    /**
     * When a result was made.
     *
     * @param ended in milliseconds of the clock
     * @param milliseconds its duration
     */
    public record ResultTime(int id, String outcome, long ended, double milliseconds) {}

    private final Jdbi jdbi;

    ResultList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns a page of the results of a run, ordered by id. An empty list of outcomes means all. */
    public List<ResultRow> byId(int runId, List<String> outcomes, int skip, int top) {
        return atOneMoment(handle -> {
            var seek = new ResultSeek(handle, runId);
            return outcomes.isEmpty()
                    ? seek.rows(skip, top)
                    : rows(handle, runId, seek.ids(kinds(handle, runId, outcomes), skip, top));
        });
    }

    /** Returns a page of the results, failures first and passed ones last. An empty list of outcomes means all. */
    public List<ResultRow> worstFirst(int runId, List<String> outcomes, int skip, int top) {
        return atOneMoment(handle -> {
            var sections = kinds(handle, runId, outcomes).stream()
                    .collect(Collectors.groupingBy(
                            Section::of, () -> new TreeMap<>(Section.ORDER), Collectors.toList()));
            return rows(handle, runId, ids(new ResultSeek(handle, runId), sections.values(), skip, top));
        });
    }

    /** Returns when the completed results of a run were made, the first one first. */
    public List<ResultTime> times(int runId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, outcome, ended_ms, duration_ms from result_search"
                                + " use index (result_search_by_time) where run_id = :run and ended_ms > 0 order by ended_ms")
                .bind("run", runId)
                .map((row, context) ->
                        new ResultTime(row.getInt(1), row.getString(2), row.getLong(3), row.getDouble(4)))
                .list());
    }

    /** Returns those of these results that exist, in the order of the ids. */
    public List<ResultRow> some(int runId, List<Integer> ids) {
        return jdbi.withHandle(handle -> rows(handle, runId, ids));
    }

    /** Returns the titles of these results by id. */
    public Map<Integer, String> titles(int runId, List<Integer> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select r.id, r.title from unnest(cast(:ids as int array)) as"
                                + " asked (id) join result r on r.run_id = :run and r.id = asked.id")
                .bindArray("ids", Integer.class, ids)
                .bind("run", runId)
                .reduceRows(new HashMap<>(), (titles, row) -> {
                    titles.put(row.getColumn("id", Integer.class), row.getColumn("title", String.class));
                    return titles;
                }));
    }

    private static List<Integer> ids(ResultSeek seek, Collection<List<ResultKind>> sections, int skip, int top) {
        var ids = new ArrayList<Integer>();
        var left = skip;
        for (var kinds : sections) {
            var count = kinds.stream().mapToInt(ResultKind::count).sum();
            if (left < count && ids.size() < top) {
                ids.addAll(seek.ids(kinds, left, top - ids.size()));
            }
            left = Math.max(0, left - count);
        }
        return ids;
    }

    private static List<ResultKind> kinds(Handle handle, int runId, List<String> outcomes) {
        return ResultKind.of(handle, runId).stream()
                .filter(kind -> outcomes.isEmpty() || outcomes.contains(kind.outcome()))
                .toList();
    }

    private static List<ResultRow> rows(Handle handle, int runId, List<Integer> ids) {
        var rows = ResultStore.rows(handle, runId, ids);
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** Reads in a transaction that does not see changes of others. */
    private List<ResultRow> atOneMoment(Function<Handle, List<ResultRow>> read) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, read::apply);
    }
}

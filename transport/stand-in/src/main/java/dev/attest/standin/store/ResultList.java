package dev.attest.standin.store;

import dev.attest.standin.store.ResultSeek.ResultKind;
import dev.attest.standin.store.ResultStore.ResultRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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

package dev.attest.standin.store;

import dev.attest.standin.store.ResultSearch.Searched;
import dev.attest.standin.store.ResultStore.ResultDraft;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.ResultStore.SavedResult;
import dev.attest.standin.store.SubResultStore.SubResultDraft;
import dev.attest.standin.store.TestStore.TestKey;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The results that one request adds or changes. They are stored with a few statements, not with a few for each. */
final class ResultBatch {

    private static final String INSERT = "insert into result (run_id, id, title, outcome, state, rerun, duration_ms,"
            + " revision, next_sub_result_id, created_at, updated_at, document, test_id, line_id, verdict, flaky,"
            + " completed_at) values (:run, :id, :title, :outcome, :state, :rerun, :duration, :revision, :next, :now,"
            + " :now, :document, :test, :line, :verdict, :flaky, :completed)";
    private static final String UPDATE = "update result set title = :title, outcome = :outcome, state = :state,"
            + " rerun = :rerun, duration_ms = :duration, revision = :revision, next_sub_result_id = :next,"
            + " updated_at = :now, document = :document, test_id = :test, line_id = :line, verdict = :verdict,"
            + " flaky = :flaky, completed_at = :completed, since_at = null where run_id = :run and id = :id";

    private final Handle handle;
    private final ResultRun run;
    private final OffsetDateTime now;
    private final List<SavedResult> saved = new ArrayList<>();
    private final List<Integer> points = new ArrayList<>();
    private final Map<Integer, ResultRow> rows = new LinkedHashMap<>();
    private final Map<Integer, Searched> searched = new HashMap<>();
    private final Map<Integer, List<Integer>> bugs = new LinkedHashMap<>();
    private final BatchTests tests;
    private final SubResultBatch subResults;
    private final ResultCounts counts = new ResultCounts();

    ResultBatch(Handle handle, ResultRun run, OffsetDateTime now, Map<TestKey, Integer> knownTests) {
        this.handle = handle;
        this.run = run;
        this.now = now;
        this.tests = new BatchTests(handle, run, knownTests);
        this.subResults = new SubResultBatch(run.id());
    }

    /** Adds a new result. */
    void add(int id, ResultDraft draft) {
        var blank = new ResultRow(
                run.id(), id, "", "", "", false, 0, 0, 1, now.toInstant(), now.toInstant(), "", ResultHistory.NONE);
        tests.addNew(id);
        keep(blank, draft);
    }

    /** Adds a change of a result, and returns the changed result. The same result can be changed several times. */
    ResultRow change(ResultRow row, ResultDraft draft) {
        if (!rows.containsKey(row.id())) {
            counts.remove(row);
        }
        return keep(row, draft);
    }

    private ResultRow keep(ResultRow before, ResultDraft draft) {
        var added = subResults.add(before.id(), before.nextSubResultId(), draft.added());
        var row = new ResultRow(
                run.id(),
                before.id(),
                draft.title(),
                draft.outcome(),
                draft.state(),
                draft.rerun(),
                draft.durationMs(),
                before.revision() + 1,
                before.nextSubResultId() + SubResultDraft.count(draft.added()),
                before.createdAt(),
                now.toInstant(),
                draft.document(),
                tests.history(before, draft.test(), now.toInstant()));
        tests.put(row.id(), draft.test());
        saved.add(new SavedResult(row, added));
        points.add(draft.pointId());
        rows.put(row.id(), row);
        bugs.put(row.id(), draft.bugs());
        searched.put(row.id(), draft.searched());
        return row;
    }

    /** Stores the new results, and returns them. */
    List<SavedResult> insert() {
        store(INSERT);
        if (!rows.isEmpty()) {
            ResultSearch.insert(handle, rows.values(), searched);
        }
        return saved;
    }

    /** Stores the changes, and returns the changed results. */
    List<SavedResult> update() {
        if (!rows.isEmpty()) {
            ResultLinks.deleteBugs(handle, run.id(), rows.keySet());
        }
        store(UPDATE);
        if (!rows.isEmpty()) {
            ResultSearch.update(handle, rows.values(), searched);
        }
        return saved;
    }

    private void store(String sql) {
        if (rows.isEmpty()) {
            return;
        }
        tests.resolve(rows);
        rows.values().forEach(counts::add);
        var batch = handle.prepareBatch(sql);
        for (var row : rows.values()) {
            var history = row.history();
            batch.bind("run", run.id())
                    .bind("id", row.id())
                    .bind("title", row.title())
                    .bind("outcome", row.outcome())
                    .bind("state", row.state())
                    .bind("rerun", row.rerun())
                    .bind("duration", row.durationMs())
                    .bind("revision", row.revision())
                    .bind("next", row.nextSubResultId())
                    .bind("now", now)
                    .bind("document", row.document())
                    .bind("test", history.testId())
                    .bind("line", history.lineId())
                    .bind("verdict", history.verdict().code())
                    .bind("flaky", history.flaky())
                    .bind("completed", Database.time(history.completedAt()))
                    .add();
        }
        batch.execute();
        new FailureChains(handle).store(rows.values().stream(), run.origin());
        subResults.insert(handle);
        counts.store(handle, run.id());
        bugs.forEach((id, ofResult) -> ResultLinks.addBugs(handle, run.id(), id, ofResult));
        for (var index = 0; index < points.size(); index++) {
            if (points.get(index) != 0) {
                ResultLinks.storePoint(handle, saved.get(index).row(), points.get(index));
            }
        }
    }
}

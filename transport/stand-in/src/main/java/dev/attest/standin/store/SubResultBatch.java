package dev.attest.standin.store;

import dev.attest.standin.store.SubResultStore.SubResultDraft;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The sub-results that one request adds to results of a run. Their ids count up in each result, parents first. */
final class SubResultBatch {

    private record NumberedSubResult(int resultId, int id, int parentId, String document) {}

    private final int runId;
    private final List<NumberedSubResult> numbered = new ArrayList<>();

    SubResultBatch(int runId) {
        this.runId = runId;
    }

    /** Adds sub-results of a result, the first with this id, and returns the ids on the top level. */
    List<Integer> add(int resultId, int first, List<SubResultDraft> drafts) {
        return add(resultId, first, 0, drafts);
    }

    private List<Integer> add(int resultId, int first, int parent, List<SubResultDraft> drafts) {
        var ids = new ArrayList<Integer>();
        var next = first;
        for (var draft : drafts) {
            ids.add(next);
            numbered.add(new NumberedSubResult(resultId, next, parent, draft.document()));
            add(resultId, next + 1, next, draft.below());
            next += 1 + SubResultDraft.count(draft.below());
        }
        return ids;
    }

    /** Stores the sub-results. Their results are stored already. */
    void insert(Handle handle) {
        if (numbered.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch(
                "insert into sub_result (run_id, result_id, id, parent_id, document) values (?, ?, ?, ?, ?)");
        numbered.forEach(row -> batch.add(runId, row.resultId(), row.id(), row.parentId(), row.document()));
        batch.execute();
    }
}

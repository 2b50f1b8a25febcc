package dev.attest.internal.azure.results;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.plans.Association;
import dev.attest.internal.azure.plans.TestCaseLink;
import dev.attest.internal.azure.plans.TestCases;
import dev.attest.internal.azure.workitems.ItemLinks;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates the results of a run. */
public record Results(AzureApi api, TestNames names, ItemLinks items, TestCases testCases, Association association) {

    /** The service lists up to 1000, but that many with stack traces exceed the limit for replies. */
    private static final int PAGE_SIZE = 200;

    /** Creates the results that the run lacks. The computer may be empty. */
    public Accepted deliver(String runId, List<Result> results, String computer, boolean possiblyApplied)
            throws NotDeliveredException {
        List<TestCaseLink> links = testCases.linksOf(runId, results);
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            rows.add(ResultRow.of(result, computer, names)
                    .withItems(items.of(result))
                    .withLink(links.get(i)));
        }
        Map<ResultRow, String> ids = possiblyApplied ? existing(rows, runId) : new HashMap<>();
        List<ResultRow> missing =
                rows.stream().filter(row -> !ids.containsKey(row)).toList();
        Duration pause = missing.isEmpty() ? Duration.ZERO : create(runId, missing, ids);
        rows.forEach(row -> association.associate(row.result(), row.test()));
        return Accepted.of(
                rows.stream().map(row -> Objects.requireNonNull(ids.get(row))).toList(), pause);
    }

    /**
     * Creates the results. If the service refuses one because of its test case, creates them without test cases. It
     * refuses a batch as a whole with 400, and the caller then sends it in halves, so a 400 counts only for a single
     * result. A 404 always counts, because it would otherwise be taken for a deleted run.
     */
    private Duration create(String runId, List<ResultRow> rows, Map<ResultRow, String> ids)
            throws NotDeliveredException {
        try {
            return create(runId, rows, rows, ids);
        } catch (NotDeliveredException e) {
            List<ResultRow> linked =
                    rows.stream().filter(row -> row.link().testCase() != null).toList();
            if (linked.isEmpty() || !(e.status() == 404 || (e.status() == 400 && rows.size() == 1))) {
                throw e;
            }
            List<ResultRow> bare =
                    rows.stream().map(row -> row.withLink(TestCaseLink.NONE)).toList();
            Duration pause = create(runId, bare, rows, ids);
            linked.forEach(row -> testCases.refused(row.result(), e.reason()));
            return pause;
        }
    }

    private Map<ResultRow, String> existing(List<ResultRow> rows, String runId) throws NotDeliveredException {
        ExistingRows existing = existing(runId);
        Map<ResultRow, String> ids = new HashMap<>();
        for (ResultRow row : rows) {
            String id = existing.take(row);
            if (id != null) {
                ids.put(row, id);
            }
        }
        return ids;
    }

    /** Creates the results and adds their ids by key. Rows, keys and the ids in the reply have the same order. */
    private Duration create(String runId, List<ResultRow> rows, List<ResultRow> keys, Map<ResultRow, String> idsByRow)
            throws NotDeliveredException {
        String purpose = rows.size() == 1 ? "add a test result" : "add " + rows.size() + " test results";
        List<Map<String, @Nullable Object>> body =
                rows.stream().map(ResultRow::json).toList();
        Reply reply = api.post(purpose, api.urls().results(runId), Json.write(body));
        List<JsonValue> created = reply.json().get("value").items();
        List<String> ids = Reply.ids(created);
        if (ids.size() != rows.size() || created.size() != rows.size()) {
            throw reply.unusable("it contains " + ids.size() + " ids for " + rows.size() + " results");
        }
        for (int i = 0; i < ids.size(); i++) {
            idsByRow.put(keys.get(i), ids.get(i));
        }
        return reply.pause();
    }

    /**
     * Returns the results of the run. Reads pages until one contains nothing new, because older servers return fewer
     * results than requested. See <a
     * href="https://learn.microsoft.com/rest/api/azure/devops/test/results/list">Results: List</a>.
     */
    private ExistingRows existing(String runId) throws NotDeliveredException {
        ExistingRows existing = new ExistingRows();
        Set<String> seen = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (JsonValue row : page(runId, seen.size())) {
                Optional<String> id = Reply.id(row);
                more |= id.isPresent() && seen.add(id.get());
                id.ifPresent(found -> existing.add(found, row));
            }
        }
        return existing;
    }

    private List<JsonValue> page(String runId, int skip) throws NotDeliveredException {
        return api.get(
                        "look which test results were added already",
                        api.urls().results(runId, "$top", String.valueOf(PAGE_SIZE), "$skip", String.valueOf(skip)))
                .list("value", "it lists no results");
    }
}

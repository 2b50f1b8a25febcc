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

/** Creates the rows of a run. */
public final class Results {

    /** The service lists up to 1000, but with their stack traces those would be longer than what is read of a reply. */
    private static final int LISTED = 200;

    private final AzureApi api;
    private final TestNames names;
    private final ItemLinks items;
    private final TestCases testCases;
    private final Association association;

    public Results(AzureApi api, TestNames names, ItemLinks items, TestCases testCases, Association association) {
        this.api = api;
        this.names = names;
        this.items = items;
        this.testCases = testCases;
        this.association = association;
    }

    /**
     * Creates the rows of results that the run lacks.
     *
     * @param computer where they ran; may be empty
     */
    public Accepted deliver(String runId, List<Result> results, String computer, boolean possiblyApplied)
            throws NotDeliveredException {
        List<TestCaseLink> links = testCases.linksOf(runId, results);
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            rows.add(ResultRow.of(result, computer, names)
                    .linkedTo(items.of(result))
                    .of(links.get(i)));
        }
        Map<ResultRow, String> ids = possiblyApplied ? kept(rows, runId) : new HashMap<>();
        List<ResultRow> missing =
                rows.stream().filter(row -> !ids.containsKey(row)).toList();
        Duration pause = missing.isEmpty() ? Duration.ZERO : create(runId, missing, ids);
        rows.forEach(row -> association.tell(row.result(), row.test()));
        return new Accepted(
                rows.stream().map(row -> Objects.requireNonNull(ids.get(row))).toList(), "", pause);
    }

    /**
     * Creates the rows; without their test cases where the service does not take one of them with it. A batch is
     * refused as a whole and comes again in halves, so that this is for a row that is alone; but not where something in
     * it is not found, which would be taken for the run.
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
                    rows.stream().map(row -> row.of(TestCaseLink.NONE)).toList();
            Duration pause = create(runId, bare, rows, ids);
            linked.forEach(row -> testCases.refused(row.result(), e.reason()));
            return pause;
        }
    }

    private Map<ResultRow, String> kept(List<ResultRow> rows, String runId) throws NotDeliveredException {
        KeptRows kept = kept(runId);
        Map<ResultRow, String> ids = new HashMap<>();
        for (ResultRow row : rows) {
            String id = kept.take(row);
            if (id != null) {
                ids.put(row, id);
            }
        }
        return ids;
    }

    /**
     * Creates the rows and adds their ids, which the reply tells in the order of the request.
     *
     * @param named by what rows the ids are known, in the same order
     */
    private Duration create(String runId, List<ResultRow> rows, List<ResultRow> named, Map<ResultRow, String> idsByRow)
            throws NotDeliveredException {
        String purpose = rows.size() == 1 ? "add a test result" : "add " + rows.size() + " test results";
        List<Map<String, @Nullable Object>> body =
                rows.stream().map(ResultRow::json).toList();
        Reply reply = api.post(purpose, api.urls().results(runId), Json.write(body));
        List<JsonValue> told = reply.json().get("value").items();
        List<String> ids = Reply.ids(told);
        if (ids.size() != rows.size() || told.size() != rows.size()) {
            throw reply.unusable("it tells " + ids.size() + " ids for " + rows.size() + " results");
        }
        for (int i = 0; i < ids.size(); i++) {
            idsByRow.put(named.get(i), ids.get(i));
        }
        return reply.pause();
    }

    /**
     * Returns the rows that the run has. Reads until a page brings nothing new: older servers give fewer rows than they
     * are asked for. See <a href="https://learn.microsoft.com/rest/api/azure/devops/test/results/list">Results:
     * List</a>.
     */
    private KeptRows kept(String runId) throws NotDeliveredException {
        KeptRows kept = new KeptRows();
        Set<String> seen = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (JsonValue row : page(runId, seen.size())) {
                Optional<String> id = Reply.id(row);
                more |= id.isPresent() && seen.add(id.get());
                id.ifPresent(found -> kept.add(found, row));
            }
        }
        return kept;
    }

    private List<JsonValue> page(String runId, int skip) throws NotDeliveredException {
        return api.get(
                        "look which test results were added already",
                        api.urls().results(runId, "$top", String.valueOf(LISTED), "$skip", String.valueOf(skip)))
                .list("value", "it lists no results");
    }
}

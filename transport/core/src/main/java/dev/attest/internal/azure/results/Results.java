package dev.attest.internal.azure.results;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Endpoint;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.azure.plans.Association;
import dev.attest.internal.azure.plans.TestCaseLink;
import dev.attest.internal.azure.plans.TestCases;
import dev.attest.internal.azure.workitems.ItemLinks;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Creates the results of a run. */
public record Results(AzureApi api, TestNames names, ItemLinks items, TestCases testCases, Association association) {

    /** The service lists up to 1000, but that many with stack traces exceed the limit for replies. */
    private static final String PAGE_SIZE = "200";

    private static final int CHARACTERS_OF_A_ROW = 512;

    /** What is read of results: a service replies with all that it knows of each. */
    private static final Set<String> MEMBERS = Set.of("value", "id", "automatedTestId", "startedDate");

    /** Creates the results that the run lacks. The computer may be empty. */
    public Accepted deliver(String runId, List<Result> results, String computer, boolean possiblyApplied)
            throws NotDeliveredException {
        List<TestCaseLink> links = testCases.linksOf(runId, results);
        List<ResultRow> rows = new ArrayList<>(results.size());
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            rows.add(ResultRow.of(result, computer, names)
                    .withItems(items.of(result))
                    .withLink(links.get(i)));
        }
        Accepted created = possiblyApplied ? createMissing(runId, rows) : create(runId, rows);
        for (Result result : results) {
            association.associate(result, names);
        }
        return created;
    }

    /** Returns the ids of the results that a run has, in order; empty for each that it lacks. */
    public List<Optional<String>> find(String runId, List<Result> wanted) throws NotDeliveredException {
        List<ResultRow> rows = new ArrayList<>(wanted.size());
        for (Result result : wanted) {
            rows.add(ResultRow.of(result, "", names));
        }
        return existing(runId, rows).idsOf(rows);
    }

    private Accepted createMissing(String runId, List<ResultRow> rows) throws NotDeliveredException {
        List<Optional<String>> existing = existing(runId, rows).idsOf(rows);
        List<ResultRow> missing = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (existing.get(i).isEmpty()) {
                missing.add(rows.get(i));
            }
        }
        Accepted created = missing.isEmpty() ? Accepted.of() : create(runId, missing);
        Iterator<String> createdIds = created.ids().iterator();
        List<String> ids = new ArrayList<>(rows.size());
        for (Optional<String> id : existing) {
            ids.add(id.isPresent() ? id.get() : createdIds.next());
        }
        return Accepted.of(ids, created.pause());
    }

    /**
     * Creates the results. If the service refuses one because of its test case, creates them without test cases. It
     * refuses a batch as a whole with 400, and the caller then sends it in halves, so a 400 counts only for a single
     * result. A 404 always counts, because it would otherwise be taken for a deleted run.
     */
    private Accepted create(String runId, List<ResultRow> rows) throws NotDeliveredException {
        try {
            return post(runId, rows);
        } catch (NotDeliveredException e) {
            List<ResultRow> linked =
                    rows.stream().filter(row -> row.link().testCase() != null).toList();
            if (linked.isEmpty() || !(e.status() == 404 || (e.status() == 400 && rows.size() == 1))) {
                throw e;
            }
            Accepted created = post(
                    runId,
                    rows.stream().map(row -> row.withLink(TestCaseLink.NONE)).toList());
            linked.forEach(row -> testCases.refused(row.result(), e.reason()));
            return created;
        }
    }

    /** Creates the results and returns their ids in the same order. */
    private Accepted post(String runId, List<ResultRow> rows) throws NotDeliveredException {
        String purpose = rows.size() == 1 ? "add a test result" : "add " + rows.size() + " test results";
        JsonText body = new JsonText(CHARACTERS_OF_A_ROW * rows.size()).array();
        for (ResultRow row : rows) {
            row.write(body.object());
            body.endObject();
        }
        Reply reply = api.post(purpose, api.urls().results(runId), body.endArray(), MEMBERS);
        List<JsonValue> created = reply.json().get("value").items();
        List<String> ids = Reply.ids(created);
        int different = new HashSet<>(ids).size();
        if (different != rows.size() || created.size() != rows.size()) {
            throw reply.unusable("it contains " + different + " ids for " + rows.size() + " results");
        }
        return Accepted.of(ids, reply.pause());
    }

    /** See <a href="https://learn.microsoft.com/rest/api/azure/devops/test/results/list">Results: List</a>. */
    private Existing existing(String runId, List<ResultRow> rows) throws NotDeliveredException {
        Endpoint all = api.urls().results(runId, "$top", PAGE_SIZE);
        Existing existing = new Existing(rows);
        AzureApi.readPagesByPosition(
                skip -> api.get("look which test results were added already", all.with("$skip", skip), MEMBERS)
                        .list("value", "it lists no results"),
                existing::add);
        return existing;
    }

    /**
     * The results that a run has of the tests of some rows: a run may have more results than the memory has room for. A
     * result is identified by its test and its start, because several JVMs may run the same test in one run.
     */
    private static final class Existing {

        /** Servers that store times as {@code datetime} of SQL Server round them to 3 ms. */
        private static final Duration ROUNDING = Duration.ofMillis(5);

        private final Map<String, Map<String, Optional<Instant>>> startsByTest = new HashMap<>();

        Existing(List<ResultRow> rows) {
            for (ResultRow row : rows) {
                startsByTest.put(row.test().id(), new LinkedHashMap<>());
            }
        }

        /** Adds listed results. One without a test was not created by Attest. */
        boolean add(List<JsonValue> results) {
            for (JsonValue result : results) {
                Map<String, Optional<Instant>> starts =
                        startsByTest.get(result.text("automatedTestId").toLowerCase(Locale.ROOT));
                Optional<String> id = Reply.id(result);
                if (starts != null && id.isPresent()) {
                    starts.put(id.get(), result.get("startedDate").text().flatMap(Times::parse));
                }
            }
            return true;
        }

        /** Returns the id of the result that was created from each row, if any. Each result belongs to one row. */
        List<Optional<String>> idsOf(List<ResultRow> rows) {
            List<Optional<String>> ids = new ArrayList<>(rows.size());
            for (ResultRow row : rows) {
                Map<String, Optional<Instant>> starts =
                        Objects.requireNonNull(startsByTest.get(row.test().id()));
                Optional<String> id = starts.entrySet().stream()
                        .filter(start ->
                                start.getValue().map(at -> isSame(at, row)).orElse(true))
                        .map(Map.Entry::getKey)
                        .findFirst();
                ids.add(id);
                id.ifPresent(starts::remove);
            }
            return ids;
        }

        private static boolean isSame(Instant started, ResultRow row) {
            return Duration.between(started, row.startedDate()).abs().compareTo(ROUNDING) <= 0;
        }
    }
}

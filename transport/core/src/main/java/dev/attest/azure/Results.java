package dev.attest.azure;

import dev.attest.config.TestNames;
import dev.attest.journal.event.Result;
import dev.attest.json.Json;
import dev.attest.json.JsonValue;
import dev.attest.publish.Delivered;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Creates the rows of a run. */
final class Results {

    /** The service lists up to 1000, but with their stack traces those would be longer than what is read of a reply. */
    private static final int LISTED = 200;

    private final Service service;
    private final Addresses addresses;
    private final TestNames names;
    private final ItemLinks items;
    private final TestCases testCases;
    private final Association association;

    Results(
            Service service,
            Addresses addresses,
            TestNames names,
            ItemLinks items,
            TestCases testCases,
            Association association) {
        this.service = service;
        this.addresses = addresses;
        this.names = names;
        this.items = items;
        this.testCases = testCases;
        this.association = association;
    }

    /** @param computer where they ran; may be empty */
    Delivered deliver(String runId, List<Result> results, String computer, boolean mayExist, Versions versions)
            throws NotDeliveredException {
        List<TestCaseLink> links = testCases.linksOf(runId, results, versions);
        Map<ResultRow, Result> resultsByRow = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            ResultRow row = ResultRow.of(result, computer, names)
                    .linkedTo(items.of(result, versions))
                    .of(links.get(i));
            resultsByRow.put(row, result);
        }
        List<ResultRow> rows = List.copyOf(resultsByRow.keySet());
        Map<ResultRow, String> ids = mayExist ? kept(rows, runId, versions) : new HashMap<>();
        List<ResultRow> missing =
                rows.stream().filter(row -> !ids.containsKey(row)).toList();
        Duration pause = missing.isEmpty() ? Duration.ZERO : create(runId, missing, resultsByRow, ids, versions);
        resultsByRow.forEach((row, result) -> association.tell(result, row, versions));
        return new Delivered(
                rows.stream().map(row -> Objects.requireNonNull(ids.get(row))).toList(), "", pause);
    }

    /**
     * Creates the rows; without their test cases where the service does not take one of them with it. A batch is refused as
     * a whole and comes again in halves, so that this is for a row that is alone; but not where something in it is not
     * found, which would be taken for the run.
     */
    private Duration create(
            String runId,
            List<ResultRow> rows,
            Map<ResultRow, Result> resultsByRow,
            Map<ResultRow, String> idsByRow,
            Versions versions)
            throws NotDeliveredException {
        try {
            return create(runId, rows, rows, idsByRow, versions);
        } catch (NotDeliveredException e) {
            boolean linked = rows.stream().anyMatch(row -> row.testCase() != null);
            if (!linked || !(e.status() == 404 || (e.status() == 400 && rows.size() == 1))) {
                throw e;
            }
            List<ResultRow> bare =
                    rows.stream().map(row -> row.of(TestCaseLink.NONE)).toList();
            Duration pause = create(runId, bare, rows, idsByRow, versions);
            rows.stream()
                    .filter(row -> row.testCase() != null)
                    .forEach(row -> testCases.refused(Objects.requireNonNull(resultsByRow.get(row)), e.reason()));
            return pause;
        }
    }

    private Map<ResultRow, String> kept(List<ResultRow> rows, String runId, Versions versions)
            throws NotDeliveredException {
        KeptRows kept = kept(runId, versions);
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
    private Duration create(
            String runId,
            List<ResultRow> rows,
            List<ResultRow> named,
            Map<ResultRow, String> idsByRow,
            Versions versions)
            throws NotDeliveredException {
        String purpose = rows.size() == 1 ? "add a test result" : "add " + rows.size() + " test results";
        Reply reply = service.send(Call.post(purpose, addresses.results(runId), versions.results(), Json.write(rows)));
        List<String> ids =
                reply.items().stream().map(Reply::id).flatMap(Optional::stream).toList();
        if (ids.size() != rows.size() || reply.items().size() != rows.size()) {
            throw service.unusable(reply, "it tells " + ids.size() + " ids for " + rows.size() + " results");
        }
        for (int i = 0; i < ids.size(); i++) {
            idsByRow.put(named.get(i), ids.get(i));
        }
        return reply.pause();
    }

    /**
     * Returns the rows that the run has. Reads until a page brings nothing new: older servers give fewer
     * rows than they are asked for. See
     * <a href="https://learn.microsoft.com/rest/api/azure/devops/test/results/list">Results: List</a>.
     */
    private KeptRows kept(String runId, Versions versions) throws NotDeliveredException {
        KeptRows kept = new KeptRows();
        Set<String> seen = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (JsonValue row : page(runId, seen.size(), versions)) {
                Optional<String> id = Reply.id(row);
                more |= id.isPresent() && seen.add(id.get());
                id.ifPresent(found -> kept.add(found, row));
            }
        }
        return kept;
    }

    private List<JsonValue> page(String runId, int skip, Versions versions) throws NotDeliveredException {
        Reply reply = service.send(Call.get(
                "look which test results were added already",
                addresses.results(runId, "$top", String.valueOf(LISTED), "$skip", String.valueOf(skip)),
                versions.results()));
        if (!reply.json().get("value").isArray()) {
            throw service.unusable(reply, "it lists no results");
        }
        return reply.items();
    }
}

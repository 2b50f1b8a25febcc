package dev.attest.internal.azure.results;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.workitems.ItemLinks;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Adds attempts to the results of a run, as sub-results of the group type {@code rerun}.
 *
 * <pre>[{"id":100001,"outcome":"Passed","state":"Completed",...,"errorMessage":null,"stackTrace":null,"comment":null,
 *   "resultGroupType":"rerun","subResults":[
 *     {"sequenceId":1,"displayName":"Attempt# 0 - adds","outcome":"Failed","errorMessage":"expected 2",...},
 *     {"sequenceId":2,"displayName":"Attempt# 1 - adds","outcome":"Passed",...}]}]</pre>
 *
 * <p>The service appends sub-results without checking for duplicates, so each is sent once and found again by its
 * number. Servers before 5.0 have no sub-results. The result then shows the last attempt, and its comment lists the
 * earlier ones. See <a href="https://learn.microsoft.com/rest/api/azure/devops/test/results/update">Results:
 * Update</a>.
 */
public record Attempts(AzureApi api, TestNames names, ItemLinks links) {

    public Accepted append(String runId, List<RetriedRow> rows, boolean possiblyApplied) throws NotDeliveredException {
        if (!api.versions().canKeepAttempts()) {
            return overwrite(runId, rows);
        }
        List<Existing> all = new ArrayList<>();
        for (RetriedRow row : rows) {
            Existing existing = new Existing(row);
            if (possiblyApplied) {
                existing.found(subResults(runId, row));
            }
            all.add(existing);
        }
        List<Existing> toSend =
                all.stream().filter(existing -> !existing.missing().isEmpty()).toList();
        Duration pause = toSend.isEmpty() ? Duration.ZERO : send(runId, toSend);
        return Accepted.of(
                all.stream().flatMap(existing -> existing.idsToAdd().stream()).toList(), pause);
    }

    private Duration send(String runId, List<Existing> rows) throws NotDeliveredException {
        JsonText body = new JsonText().array();
        for (Existing row : rows) {
            writeChanges(body.object(), row.row());
            body.member("resultGroupType", "rerun").array("subResults");
            for (Result attempt : row.missing()) {
                ResultRow.of(attempt, "", names).writeAttempt(body.object(), attempt.attempt());
                body.endObject();
            }
            body.endArray().endObject();
        }
        Reply reply = patch(runId, rows.size(), body.endArray());
        for (int i = 0; i < rows.size(); i++) {
            Existing row = rows.get(i);
            if (!row.created(rows(reply).get(i).get("subResults").items())) {
                row.found(subResults(runId, row.row()));
            }
            if (!row.missing().isEmpty()) {
                throw reply.unusable("it does not contain the ids of the added attempts");
            }
        }
        return reply.pause();
    }

    private Accepted overwrite(String runId, List<RetriedRow> rows) throws NotDeliveredException {
        JsonText body = new JsonText().array();
        List<String> ids = new ArrayList<>();
        for (RetriedRow row : rows) {
            writeChanges(body.object(), new RetriedRow(row.resultId(), List.of(withHistory(row)), 0));
            body.endObject();
            row.missing().forEach(attempt -> ids.add(""));
        }
        return Accepted.of(ids, patch(runId, rows.size(), body.endArray()).pause());
    }

    /** Returns the last attempt with a line for each earlier attempt in its comment. */
    private static Result withHistory(RetriedRow row) {
        StringBuilder history = new StringBuilder(row.last().comment());
        for (Result attempt : row.attempts().subList(0, row.attempts().size() - 1)) {
            history.append(history.length() == 0 ? "" : "\n")
                    .append("Attempt " + attempt.attempt() + ": " + attempt.outcome())
                    .append(
                            attempt.failure() == null
                                    ? ""
                                    : ", " + attempt.failure().message());
        }
        return row.last().withComment(history.toString());
    }

    private void writeChanges(JsonText out, RetriedRow row) {
        ResultRow.of(row.last(), "", names)
                .withItems(links.of(row.last()))
                .writeChanges(out, Long.parseLong(row.resultId()));
    }

    private Reply patch(String runId, int changed, JsonText body) throws NotDeliveredException {
        String purpose = changed == 1 ? "change a test result" : "change " + changed + " test results";
        Reply reply = api.patch(purpose, api.urls().results(runId), body);
        List<String> ids = Reply.ids(rows(reply));
        boolean sameTwice = new HashSet<>(ids).size() < ids.size();
        int count = rows(reply).size();
        if (count != changed || sameTwice) {
            String what = sameTwice ? "it contains a result twice" : "it contains " + count + " results";
            throw reply.unusable(what + " for " + changed);
        }
        return reply;
    }

    private static List<JsonValue> rows(Reply reply) {
        return reply.json().get("value").items();
    }

    private List<JsonValue> subResults(String runId, RetriedRow row) throws NotDeliveredException {
        Reply reply = api.get(
                "look which attempts were added already",
                api.urls().result(runId, row.resultId(), "detailsToInclude", "SubResults"));
        if (Reply.id(reply.json()).isEmpty()) {
            throw reply.unusable("it contains no result");
        }
        return reply.json().get("subResults").items();
    }

    /**
     * The attempts of one result that the service is known to have.
     *
     * @param ids by the number of the attempt
     */
    private record Existing(RetriedRow row, Map<Integer, String> ids) {

        Existing(RetriedRow row) {
            this(row, new HashMap<>());
        }

        List<Result> missing() {
            return row.missing().stream()
                    .filter(attempt -> !ids.containsKey(attempt.attempt()))
                    .toList();
        }

        /** Returns the ids of the attempts to add; an empty text for each unknown id. */
        List<String> idsToAdd() {
            return row.missing().stream()
                    .map(attempt -> ids.getOrDefault(attempt.attempt(), ""))
                    .toList();
        }

        /** Records the sub-results that were read. One without a number is identified by its position. */
        void found(List<JsonValue> subResults) {
            for (int i = 0; i < subResults.size(); i++) {
                int place = i < row.attempts().size() ? row.attempts().get(i).attempt() : 0;
                int attempt = subResults.get(i).get("sequenceId").number().orElse(place);
                Reply.id(subResults.get(i)).ifPresent(id -> ids.putIfAbsent(attempt, id));
            }
        }

        /** Records the ids of sub-results that were just created, in order. Returns false if they cannot be those. */
        boolean created(List<JsonValue> subResults) {
            List<Result> sent = missing();
            List<String> given = Reply.ids(subResults);
            if (subResults.size() != sent.size() || new HashSet<>(given).size() < given.size()) {
                return false;
            }
            for (int i = 0; i < sent.size(); i++) {
                int number = sent.get(i).attempt();
                Reply.id(subResults.get(i)).ifPresent(id -> ids.put(number, id));
            }
            return true;
        }
    }
}

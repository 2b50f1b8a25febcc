package dev.attest.standin.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Counts;
import dev.attest.standin.store.Owner;
import dev.attest.standin.store.RunQuery;
import dev.attest.standin.store.RunRow;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.SubResultRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Gathers what a page shows. */
final class Views {

    private static final int RUNS = 50;
    private static final int RESULTS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Store store;

    Views(Store store) {
        this.store = store;
    }

    static int id(String text) {
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        throw Refusal.notFound("\"" + text + "\" is not the id of anything.");
    }

    RunsPage runs(int number, String url, String project) {
        var pager = new Pager("/?page=", number, RUNS, store.runs().count());
        var lines = store.runs().list(RunQuery.newest(pager.skip(), RUNS)).stream()
                .map(this::line)
                .toList();
        return new RunsPage(lines, pager, Exports.of(url, project));
    }

    private RunLine line(RunRow row) {
        return RunLine.of(row, store.runs().counts(row.id()));
    }

    RunPage run(int id, String outcome, int number) throws IOException {
        var row = find(id);
        var counts = store.runs().counts(id);
        var tabs = tabs(id, counts, outcome);
        var total = tabs.stream()
                .filter(OutcomeTab::selected)
                .mapToInt(OutcomeTab::count)
                .sum();
        var known = tabs.stream().anyMatch(tab -> tab.label().equals(outcome));
        var pager = new Pager(
                "/runs/" + id + "?" + (known ? "outcome=" + outcome + "&" : "") + "page=", number, RESULTS, total);
        var results =
                store.results().worstFirst(id, known ? List.of(outcome) : List.of(), pager.skip(), RESULTS).stream()
                        .map(ResultLine::of)
                        .toList();
        return new RunPage(
                RunLine.of(row, counts),
                text(document(row.document()), "comment"),
                tabs,
                results,
                pager,
                AttachmentLine.of(store.attachments().of(Owner.run(id))));
    }

    private RunRow find(int id) {
        return store.runs().find(id).orElseThrow(() -> Refusal.notFound("Test run " + id + " not found."));
    }

    private static List<OutcomeTab> tabs(int id, Counts counts, String selected) {
        var sums = new TreeMap<String, Integer>();
        counts.cells().forEach(cell -> sums.merge(cell.outcome(), cell.count(), Integer::sum));
        var tabs = new ArrayList<OutcomeTab>();
        tabs.add(new OutcomeTab("All", counts.total(), !sums.containsKey(selected), "/runs/" + id));
        sums.forEach((outcome, count) -> tabs.add(
                new OutcomeTab(outcome, count, outcome.equals(selected), "/runs/" + id + "?outcome=" + outcome)));
        return tabs;
    }

    ResultPage result(int runId, int id) throws IOException {
        var run = line(find(runId));
        var row = store.results()
                .find(runId, id)
                .orElseThrow(() -> Refusal.notFound("Test result " + id + " of test run " + runId + " not found."));
        var document = document(row.document());
        var attempts = new ArrayList<AttemptLine>();
        for (var sub : store.subResults().of(runId, id)) {
            attempts.add(attempt(runId, id, sub));
        }
        return new ResultPage(
                run,
                ResultLine.of(row),
                text(document, "automatedTestName"),
                text(document, "errorMessage"),
                text(document, "stackTrace"),
                text(document, "comment"),
                bugs(runId, id),
                attempts,
                AttachmentLine.of(store.attachments().of(new Owner(runId, id, 0))));
    }

    private List<WorkItemLine> bugs(int runId, int id) {
        return store.links().bugs(runId, id).stream()
                .flatMap(bug -> store.workItems().find(bug).stream())
                .map(WorkItemLine::of)
                .toList();
    }

    private AttemptLine attempt(int runId, int resultId, SubResultRow row) throws IOException {
        var document = document(row.document());
        var label = text(document, "displayName");
        return new AttemptLine(
                label.isEmpty() ? "Part " + row.id() : label,
                document.path("outcome").asText("Unspecified"),
                Texts.duration(document.path("durationInMs").asDouble()),
                text(document, "errorMessage"),
                text(document, "stackTrace"),
                AttachmentLine.of(store.attachments().of(new Owner(runId, resultId, row.id()))));
    }

    static JsonNode document(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JsonNode document, String name) {
        return Texts.visible(document.path(name).asText(""));
    }
}

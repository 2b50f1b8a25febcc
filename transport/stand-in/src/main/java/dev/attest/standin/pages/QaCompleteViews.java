package dev.attest.standin.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attest.standin.qacomplete.Tally;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.EntityFileRow;
import dev.attest.standin.store.QaCompleteStore;
import dev.attest.standin.store.TestItemRow;
import dev.attest.standin.store.TestRunRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the pages of QAComplete show. */
final class QaCompleteViews {

    private static final int RUNS = 50;
    private static final int FILES = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final QaCompleteStore store;

    QaCompleteViews(QaCompleteStore store) {
        this.store = store;
    }

    QaCompletePage all(int number, String url, int shortened) throws IOException {
        var pager = new Pager("/qacomplete?page=", number, RUNS, store.runs().count());
        var runs =
                store.runs().newest(pager.skip(), RUNS).stream().map(this::line).toList();
        return new QaCompletePage(runs, pager, files(store.files().newest(FILES)), url, shortened);
    }

    private static List<QaCompleteFileLine> files(List<EntityFileRow> rows) throws IOException {
        var lines = new ArrayList<QaCompleteFileLine>();
        for (var row : rows) {
            lines.add(QaCompleteFileLine.of(row));
        }
        return lines;
    }

    private QaCompleteRunLine line(TestRunRow run) {
        var document = document(run.document());
        var tally = Tally.of(
                store.runs().items(run.id()).stream().map(TestItemRow::status).toList());
        var set = text(document, "test_set_name");
        return new QaCompleteRunLine(
                run.id(),
                set.isEmpty() ? "Test " + text(document, "test_id") : set,
                run.project(),
                text(document, "release_name"),
                tally.status(),
                Texts.time(run.createdAt()),
                tally.tests() + " tests, " + tally.passed() + " passed, " + tally.failed() + " failed, "
                        + tally.blocked() + " blocked, " + tally.awaiting() + " to run",
                document.path("run_by_host_id").asInt() != 0);
    }

    QaCompleteRunPage run(int id) {
        var run = store.runs().find(id).orElseThrow(() -> Refusal.notFound("Test run " + id + " not found."));
        var items = store.runs().items(id).stream().map(this::item).toList();
        return new QaCompleteRunPage(line(run), items);
    }

    private QaCompleteRunPage.Item item(TestItemRow row) {
        var document = document(row.document());
        var steps = document.path("test_run_results")
                .valueStream()
                .map(step -> new QaCompleteRunPage.Step(
                        step.path("seq").asInt(),
                        text(step, "step"),
                        text(step, "expected_result"),
                        text(step, "actual_result"),
                        text(step, "status_code")))
                .toList();
        var host = document.path("run_by_host_id").asInt();
        return new QaCompleteRunPage.Item(
                row.id(),
                text(document, "test_name"),
                row.status(),
                document.path("run_time").asInt() + " s",
                host == 0 ? "" : "RunByHostId " + host,
                steps,
                outputs(row.id()));
    }

    private List<QaCompleteRunPage.Output> outputs(int item) {
        var outputs = new ArrayList<QaCompleteRunPage.Output>();
        for (var kind : List.of("report", "log")) {
            store.outputs()
                    .find(item, kind)
                    .ifPresent(file -> outputs.add(new QaCompleteRunPage.Output(
                            kind,
                            Texts.visible(file.fileName()),
                            Texts.size(file.size()),
                            "/qacomplete/items/" + item + "/" + kind)));
        }
        return outputs;
    }

    QaCompleteEntityPage entity(String code, int id) throws IOException {
        var row = store.entities()
                .find(code, id)
                .orElseThrow(() -> Refusal.notFound("There is no " + id + " of the kind " + code + "."));
        return new QaCompleteEntityPage(
                code + " " + id,
                text(document(row.document()), "title"),
                files(store.files().of(code, id)));
    }

    private static JsonNode document(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode document, String name) {
        return Texts.visible(document.path(name).asText(""));
    }
}

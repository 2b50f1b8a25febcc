package dev.attest.standin.pages;

import dev.attest.standin.qacomplete.ItemCounts;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.EntityFileStore.EntityFileRow;
import dev.attest.standin.store.QaCompleteRunStore.TestItemRow;
import dev.attest.standin.store.QaCompleteRunStore.TestRunRow;
import dev.attest.standin.store.QaCompleteStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what the pages of QAComplete show. */
final class QaCompletePages {

    private static final int RUNS = 50;
    private static final int FILES = 20;

    private final QaCompleteStore store;

    QaCompletePages(QaCompleteStore store) {
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
        var document = PageText.document(run.document());
        var counts = ItemCounts.of(
                store.runs().items(run.id()).stream().map(TestItemRow::status).toList());
        var set = PageText.text(document, "test_set_name");
        return new QaCompleteRunLine(
                run.id(),
                set.isEmpty() ? "Test " + PageText.text(document, "test_id") : set,
                run.project(),
                PageText.text(document, "release_name"),
                counts.status(),
                PageText.time(run.createdAt()),
                counts.tests() + " tests, " + counts.passed() + " passed, " + counts.failed() + " failed, "
                        + counts.blocked() + " blocked, " + counts.awaiting() + " to run",
                document.path("run_by_host_id").asInt() != 0);
    }

    QaCompleteRunPage run(int id) {
        var run = store.runs().find(id).orElseThrow(() -> Refusal.notFound("Test run " + id + " not found."));
        var items = store.runs().items(id).stream().map(this::item).toList();
        return new QaCompleteRunPage(line(run), items);
    }

    private ItemLine item(TestItemRow row) {
        var document = PageText.document(row.document());
        var steps = document.path("test_run_results")
                .valueStream()
                .map(step -> new StepLine(
                        step.path("seq").asInt(),
                        PageText.text(step, "step"),
                        PageText.text(step, "expected_result"),
                        PageText.text(step, "actual_result"),
                        PageText.text(step, "status_code")))
                .toList();
        var host = document.path("run_by_host_id").asInt();
        return new ItemLine(
                row.id(),
                PageText.text(document, "test_name"),
                row.status(),
                document.path("run_time").asInt() + " s",
                host == 0 ? "" : "RunByHostId " + host,
                steps,
                outputs(row.id()));
    }

    private List<OutputLine> outputs(int item) {
        var outputs = new ArrayList<OutputLine>();
        for (var kind : List.of("report", "log")) {
            store.outputs()
                    .find(item, kind)
                    .ifPresent(file -> outputs.add(new OutputLine(
                            kind,
                            PageText.visible(file.fileName()),
                            PageText.size(file.size()),
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
                PageText.text(PageText.document(row.document()), "title"),
                files(store.files().of(code, id)));
    }

    /**
     * The test runs of QAComplete, and the newest files of its entities.
     *
     * @param url the URL that clients are configured with
     * @param shortened the number of requests with the short path of the samples
     */
    record QaCompletePage(
            List<QaCompleteRunLine> runs, Pager pager, List<QaCompleteFileLine> files, String url, int shortened) {}

    /** One test run of QAComplete with its items. */
    record QaCompleteRunPage(QaCompleteRunLine run, List<ItemLine> items) {}

    /**
     * A test run of QAComplete in a list.
     *
     * @param hosted whether a real service starts to run it on a host
     */
    record QaCompleteRunLine(
            int id,
            String title,
            int project,
            String release,
            String status,
            String started,
            String summary,
            boolean hosted) {

        String tone() {
            return PageText.tone(status);
        }
    }

    /** A release, bug, requirement, test, test set or step with its files. */
    record QaCompleteEntityPage(String entity, String title, List<QaCompleteFileLine> files) {}

    /** A test of the run. */
    record ItemLine(
            int id,
            String name,
            String status,
            String time,
            String hosts,
            List<StepLine> steps,
            List<OutputLine> outputs) {

        String tone() {
            return PageText.tone(status);
        }
    }

    /** A step of a test. */
    record StepLine(int seq, String text, String expected, String actual, String status) {

        String tone() {
            return PageText.tone(status);
        }
    }

    /** The log or the report of an item. */
    record OutputLine(String kind, String fileName, String size, String href) {}
}

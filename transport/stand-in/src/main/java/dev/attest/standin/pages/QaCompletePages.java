package dev.attest.standin.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.qacomplete.EntityKind;
import dev.attest.standin.qacomplete.ItemCounts;
import dev.attest.standin.rules.Refusal;
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
    private final Markup markup;

    QaCompletePages(QaCompleteStore store, Markup markup) {
        this.store = store;
        this.markup = markup;
    }

    QaCompletePage all(int number, String url, int shortened) throws IOException {
        var pager = new Pager("/qacomplete?page=", number, RUNS, store.runs().count());
        var runs =
                store.runs().newest(pager.skip(), RUNS).stream().map(this::line).toList();
        return new QaCompletePage(
                runs, pager, QaCompleteFileLine.all(store.files().newest(FILES), markup), url, shortened);
    }

    private QaCompleteRunLine line(TestRunRow run) {
        var document = PageText.document(run.document());
        var counts = ItemCounts.of(
                store.runs().items(run.id()).stream().map(TestItemRow::status).toList());
        var set = PageText.text(document, "test_set_name");
        return new QaCompleteRunLine(
                run.id(),
                set.isEmpty() ? "Test " + PageText.text(document, "test_id") : set,
                page(document, EntityKind.TEST_SETS, "test_set_id") + page(document, EntityKind.TESTS, "test_id"),
                run.project(),
                PageText.text(document, "release_name"),
                page(document, EntityKind.RELEASES, "release_id"),
                PageText.text(document, "run_by_user_name"),
                counts.status(),
                new Moment(run.createdAt()),
                counts.tests() + " tests, " + counts.passed() + " passed, " + counts.failed() + " failed, "
                        + counts.blocked() + " blocked, " + counts.awaiting() + " to run",
                document.path("run_by_host_id").asInt() != 0);
    }

    /** Returns the page of the entity with the id in a property; empty if there is none. */
    private static String page(JsonNode document, EntityKind kind, String property) {
        var id = document.path(property).asInt();
        return id == 0 ? "" : "/qacomplete/" + kind.code() + "/" + id;
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
                        markup.safe(step.path("step").asText()),
                        markup.safe(step.path("expected_result").asText()),
                        markup.safe(step.path("actual_result").asText()),
                        PageText.text(step, "status_code")))
                .toList();
        var host = document.path("run_by_host_id").asInt();
        return new ItemLine(
                row.id(),
                PageText.text(document, "test_name"),
                page(document, EntityKind.TESTS, "test_id"),
                markup.safe(document.path("test_description").asText()),
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
     * @param page the page of its test set or test
     * @param releasePage the page of its release; empty if it has none
     * @param user who created it
     * @param hosted whether a real service starts to run it on a host
     */
    record QaCompleteRunLine(
            int id,
            String title,
            String page,
            int project,
            String release,
            String releasePage,
            String user,
            String status,
            Moment started,
            String summary,
            boolean hosted) {

        String tone() {
            return PageText.tone(status);
        }
    }

    /**
     * A test of the run.
     *
     * @param page the page of the test
     * @param description safe HTML
     */
    record ItemLine(
            int id,
            String name,
            String page,
            String description,
            String status,
            String time,
            String hosts,
            List<StepLine> steps,
            List<OutputLine> outputs) {

        String tone() {
            return PageText.tone(status);
        }
    }

    /**
     * A step of a test.
     *
     * @param text safe HTML
     * @param expected safe HTML
     * @param actual safe HTML
     */
    record StepLine(int seq, String text, String expected, String actual, String status) {

        String tone() {
            return PageText.tone(status);
        }
    }

    /** The log or the report of an item. */
    record OutputLine(String kind, String fileName, String size, String href) {}
}

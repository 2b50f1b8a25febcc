package dev.attest.standin.pages;

import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.AttachmentStore.AttachmentOwner;
import dev.attest.standin.store.OutcomeCounts;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.RunQuery;
import dev.attest.standin.store.RunStore.RunRow;
import dev.attest.standin.store.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads what the pages of runs show. */
final class RunPages {

    private static final int RUNS = 50;
    private static final int RESULTS = 200;

    private final Store store;

    RunPages(Store store) {
        this.store = store;
    }

    RunsPage runs(int number, String url, String project) {
        var pager = new Pager("/?page=", number, RUNS, store.runs().count());
        var lines = store.runs().list(RunQuery.newest(pager.skip(), RUNS)).stream()
                .map(this::line)
                .toList();
        return new RunsPage(lines, pager, ShellExports.of(url, project));
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
                store.resultList().worstFirst(id, known ? List.of(outcome) : List.of(), pager.skip(), RESULTS).stream()
                        .map(ResultLine::of)
                        .toList();
        return new RunPage(
                RunLine.of(row, counts),
                PageText.text(PageText.document(row.document()), "comment"),
                tabs,
                results,
                pager,
                AttachmentLine.of(store.attachments().of(AttachmentOwner.run(id))));
    }

    private RunRow find(int id) {
        return store.runs().find(id).orElseThrow(() -> Refusal.notFound("Test run " + id + " not found."));
    }

    private static List<OutcomeTab> tabs(int id, OutcomeCounts counts, String selected) {
        var sums = new TreeMap<String, Integer>();
        counts.cells().forEach(cell -> sums.merge(cell.outcome(), cell.count(), Integer::sum));
        var tabs = new ArrayList<OutcomeTab>();
        tabs.add(new OutcomeTab("All", counts.total(), !sums.containsKey(selected), "/runs/" + id));
        sums.forEach((outcome, count) -> tabs.add(
                new OutcomeTab(outcome, count, outcome.equals(selected), "/runs/" + id + "?outcome=" + outcome)));
        return tabs;
    }

    /**
     * All runs, newest first.
     *
     * @param exports the settings of a client as shell commands, without the token
     */
    record RunsPage(List<RunLine> runs, Pager pager, List<String> exports) {}

    /** One run: its results by outcome, and its own attachments. */
    record RunPage(
            RunLine run,
            String comment,
            List<OutcomeTab> tabs,
            List<ResultLine> results,
            Pager pager,
            List<AttachmentLine> attachments) {}

    /** A tab that selects an outcome. */
    record OutcomeTab(String label, int count, boolean selected, String href) {}

    /** A result in a list. */
    record ResultLine(int id, String title, String outcome, String state, String duration) {

        static ResultLine of(ResultRow row) {
            var title = row.title().isBlank() ? "Result " + row.id() : row.title();
            return new ResultLine(
                    row.id(), PageText.visible(title), row.outcome(), row.state(), PageText.duration(row.durationMs()));
        }

        boolean completed() {
            return state.equals("Completed");
        }

        String tone() {
            return PageText.tone(outcome);
        }
    }
}

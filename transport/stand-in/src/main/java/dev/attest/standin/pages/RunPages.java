package dev.attest.standin.pages;

import dev.attest.standin.pages.RunFacts.RunFact;
import dev.attest.standin.reports.RunPictures;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.AttachmentStore.AttachmentOwner;
import dev.attest.standin.store.OutcomeCounts;
import dev.attest.standin.store.OutcomeCounts.OutcomeCount;
import dev.attest.standin.store.ResultSearch.Found;
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

    /** Returns the results of a run that the filters select. */
    RunPage run(ResultFilters filters, int number) throws IOException {
        var row = find(filters.runId());
        var counts = store.runs().counts(row.id());
        var found = results(filters, counts, number);
        var files = store.attachments()
                .counts(row.id(), found.rows().stream().map(ResultRow::id).toList());
        var lines = found.rows().stream()
                .map(each -> ResultLine.of(each).withFiles(files.getOrDefault(each.id(), 0)))
                .toList();
        return new RunPage(
                RunLine.of(row, counts),
                !row.ended(),
                version(row),
                RunFacts.of(row),
                PageText.text(PageText.document(row.document()), "comment"),
                filters,
                tabs(filters, counts),
                ResultGroup.of(lines, filters),
                new Pager(filters.pages(), number, RESULTS, found.total()),
                AttachmentLine.of(store.attachments().of(AttachmentOwner.run(row.id()))),
                new RunPictures(store).count(row.id()));
    }

    /** Returns a text that changes whenever the run, its results or their files change. */
    String version(int id) {
        return version(find(id));
    }

    private String version(RunRow row) {
        var files = store.attachments().version(row.id());
        return "\"" + row.updatedAt() + "-" + row.revision() + "-" + files + "\"";
    }

    /** The counts of a run know its pages by outcome, so that a page far down costs no more than the first one. */
    private Found results(ResultFilters filters, OutcomeCounts counts, int number) {
        var skip = (number - 1) * RESULTS;
        if (!filters.plain()) {
            return store.search().find(filters.runId(), filters.criteria(), skip, RESULTS);
        }
        var outcome = filters.outcome();
        var total = counts.cells().stream()
                .filter(cell -> outcome.isEmpty() || cell.outcome().equals(outcome))
                .mapToInt(OutcomeCount::count)
                .sum();
        var outcomes = outcome.isEmpty() ? List.<String>of() : List.of(outcome);
        return new Found(total, store.resultList().worstFirst(filters.runId(), outcomes, skip, RESULTS));
    }

    private RunRow find(int id) {
        return store.runs().find(id).orElseThrow(() -> Refusal.notFound("Test run " + id + " not found."));
    }

    private static List<OutcomeTab> tabs(ResultFilters filters, OutcomeCounts counts) {
        var sums = new TreeMap<String, Integer>();
        counts.cells().forEach(cell -> sums.merge(cell.outcome(), cell.count(), Integer::sum));
        var tabs = new ArrayList<OutcomeTab>();
        var all = filters.ofOutcome("");
        tabs.add(new OutcomeTab("All", counts.total(), filters.outcome().isEmpty(), all.href()));
        sums.forEach((outcome, count) -> tabs.add(new OutcomeTab(
                outcome,
                count,
                outcome.equals(filters.outcome()),
                filters.ofOutcome(outcome).href())));
        return tabs;
    }

    /**
     * All runs, newest first.
     *
     * @param exports the settings of a client as shell commands, without the token
     */
    record RunsPage(List<RunLine> runs, Pager pager, List<String> exports) {}

    /**
     * One run: its results by class, and its own attachments.
     *
     * @param live whether it is in progress
     * @param version changes whenever the run, its results or their files change
     * @param pictures the number of pictures of the run and of its results
     */
    record RunPage(
            RunLine run,
            boolean live,
            String version,
            List<RunFact> facts,
            String comment,
            ResultFilters filters,
            List<OutcomeTab> tabs,
            List<ResultGroup> groups,
            Pager pager,
            List<AttachmentLine> attachments,
            int pictures) {}

    /** A tab that selects an outcome. */
    record OutcomeTab(String label, int count, boolean selected, String href) {}
}

package dev.attest.standin.pages;

import dev.attest.standin.pages.WorkItemPages.WorkItemLine;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.AttachmentStore.AttachmentOwner;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.SubResultStore.SubResultRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the page of a result shows. */
final class ResultPages {

    private final Store store;

    ResultPages(Store store) {
        this.store = store;
    }

    ResultPage one(int runId, int id) throws IOException {
        var run = store.runs().find(runId).orElseThrow(() -> Refusal.notFound("Test run " + runId + " not found."));
        var row = store.results()
                .find(runId, id)
                .orElseThrow(() -> Refusal.notFound("Test result " + id + " of test run " + runId + " not found."));
        var document = PageText.document(row.document());
        var attempts = new ArrayList<AttemptLine>();
        for (var sub : store.subResults().of(runId, id)) {
            attempts.add(attempt(runId, id, sub));
        }
        return new ResultPage(
                RunLine.of(run, store.runs().counts(runId)),
                ResultLine.of(row),
                HistoryLine.of(store, row),
                PageText.text(document, "automatedTestName"),
                PageText.text(document, "errorMessage"),
                PageText.text(document, "stackTrace"),
                PageText.text(document, "comment"),
                bugs(runId, id),
                attempts,
                AttachmentLine.of(store.attachments().of(new AttachmentOwner(runId, id, 0))));
    }

    private List<WorkItemLine> bugs(int runId, int id) {
        return store.links().bugs(runId, id).stream()
                .flatMap(bug -> store.workItems().find(bug).stream())
                .map(WorkItemLine::of)
                .toList();
    }

    private AttemptLine attempt(int runId, int resultId, SubResultRow row) throws IOException {
        var document = PageText.document(row.document());
        var label = PageText.text(document, "displayName");
        return new AttemptLine(
                label.isEmpty() ? "Sub-result " + row.id() : label,
                document.path("outcome").asText("Unspecified"),
                PageText.duration(document.path("durationInMs").asDouble()),
                PageText.text(document, "errorMessage"),
                PageText.text(document, "stackTrace"),
                AttachmentLine.of(store.attachments().of(new AttachmentOwner(runId, resultId, row.id()))));
    }

    /** One result with all its details. */
    record ResultPage(
            RunLine run,
            ResultLine result,
            @Nullable HistoryLine history,
            String automatedName,
            String message,
            String stackTrace,
            String comment,
            List<WorkItemLine> bugs,
            List<AttemptLine> attempts,
            List<AttachmentLine> attachments) {}

    /** A sub-result. */
    record AttemptLine(
            String label,
            String outcome,
            String duration,
            String message,
            String stackTrace,
            List<AttachmentLine> attachments) {

        String tone() {
            return PageText.tone(outcome);
        }
    }
}

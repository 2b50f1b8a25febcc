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
        var line = ResultLine.of(row, document);
        var attempts = new ArrayList<AttemptLine>();
        var pictures = new ArrayList<Picture>();
        var budget = new PreviewBudget();
        for (var sub : store.subResults().of(runId, id)) {
            var files = AttachmentLine.of(store.attachments().of(new AttachmentOwner(runId, id, sub.id())), budget);
            var attempt = attempt(sub, line.suite(), withoutImages(files));
            attempts.add(attempt);
            pictures.addAll(pictures(files, attempt.label()));
        }
        var files = AttachmentLine.of(store.attachments().of(new AttachmentOwner(runId, id, 0)), budget);
        pictures.addAll(pictures(files, ""));
        var neighbours = store.search().failuresBeside(runId, id);
        return new ResultPage(
                RunLine.of(run, store.runs().counts(runId)),
                line,
                HistoryLine.of(store, row),
                PageText.text(document, "automatedTestName"),
                pictures,
                PictureRow.of(pictures),
                PageText.text(document, "errorMessage"),
                TraceSegment.of(PageText.text(document, "stackTrace"), line.suite()),
                PageText.text(document, "comment"),
                bugs(runId, id),
                attempts,
                withoutImages(files),
                neighbours.before(),
                neighbours.after(),
                row.history().testId());
    }

    private static List<Picture> pictures(List<AttachmentLine> files, String attempt) {
        return files.stream()
                .filter(AttachmentLine::image)
                .map(file -> new Picture(file.href(), file.name(), attempt))
                .toList();
    }

    private static List<AttachmentLine> withoutImages(List<AttachmentLine> files) {
        return files.stream().filter(file -> !file.image()).toList();
    }

    private List<WorkItemLine> bugs(int runId, int id) {
        return store.links().bugs(runId, id).stream()
                .flatMap(bug -> store.workItems().find(bug).stream())
                .map(WorkItemLine::of)
                .toList();
    }

    private static AttemptLine attempt(SubResultRow row, String suite, List<AttachmentLine> files) {
        var document = PageText.document(row.document());
        var label = PageText.text(document, "displayName");
        return new AttemptLine(
                label.isEmpty() ? "Sub-result " + row.id() : label,
                document.path("outcome").asText("Unspecified"),
                PageText.duration(document.path("durationInMs").asDouble()),
                PageText.text(document, "errorMessage"),
                TraceSegment.of(PageText.text(document, "stackTrace"), suite),
                files);
    }

    /**
     * One result with all its details.
     *
     * @param pictures those of all attempts, then those of the result
     * @param beside the pictures that several attempts have
     * @param before the id of the failure before it; 0 for none
     * @param after the id of the failure after it; 0 for none
     * @param testId the test over time; 0 if the result names no test
     */
    record ResultPage(
            RunLine run,
            ResultLine result,
            @Nullable HistoryLine history,
            String automatedName,
            List<Picture> pictures,
            List<PictureRow> beside,
            String message,
            List<TraceSegment> trace,
            String comment,
            List<WorkItemLine> bugs,
            List<AttemptLine> attempts,
            List<AttachmentLine> attachments,
            int before,
            int after,
            int testId) {

        List<MessagePart> messageParts() {
            return MessagePart.of(message);
        }
    }

    /**
     * A picture.
     *
     * @param attempt the attempt that it is of; empty for the result itself
     */
    record Picture(String href, String name, String attempt) {}

    /** A sub-result. */
    record AttemptLine(
            String label,
            String outcome,
            String duration,
            String message,
            List<TraceSegment> trace,
            List<AttachmentLine> attachments) {

        String tone() {
            return PageText.tone(outcome);
        }

        List<MessagePart> messageParts() {
            return MessagePart.of(message);
        }
    }
}

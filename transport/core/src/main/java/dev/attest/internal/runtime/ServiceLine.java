package dev.attest.internal.runtime;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.recorder.ReportedCount;
import dev.attest.internal.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * What one service has of a run, and what it has not. Each reported item is published, left out, waiting, refused or
 * lost. An item is left out if the service has no place for it: QAComplete, for example, has none for tests that it
 * does not know.
 */
final class ServiceLine {

    private static final int LONGEST_TROUBLE = 300;

    private final PublishResult published;
    private final ItemCount waiting;
    private final String fate;

    /**
     * @param elsewhere number of attachments that are only for other services
     * @param durable whether waiting items outlive the JVM
     */
    ServiceLine(
            PublishResult published, ReportedCount results, ReportedCount attachments, int elsewhere, boolean durable) {
        this.published = published;
        this.waiting = new ItemCount(
                waiting(results, 0, published.progress().results()),
                waiting(attachments, elsewhere, published.progress().attachments()));
        this.fate = durable
                ? waiting.inWords("waits", "wait")
                : waiting.inWords("is", "are") + " lost, as the journal was in memory only";
    }

    /** More may be published than was reported: tests that a crashed JVM did not start. */
    private static int waiting(ReportedCount reported, int elsewhere, Tally tally) {
        return Math.max(0, reported.all() - reported.lost() - elsewhere - tally.done());
    }

    boolean waits() {
        return !waiting.isEmpty();
    }

    boolean refused() {
        return !published.progress().refusals().isEmpty() || !refusedItems().isEmpty();
    }

    /** Returns whether the service lacks something that it should have. */
    boolean lacksSomething() {
        return waits() || refused() || isRunOpen();
    }

    String url() {
        return published.progress().url();
    }

    /** Returns the line; empty if the service has everything and the page is not wanted. */
    String text(boolean withPage) {
        List<String> parts = new ArrayList<>();
        Progress progress = published.progress();
        ItemCount leftOut = new ItemCount(
                progress.results().leftOut(), progress.attachments().leftOut());
        if (!leftOut.isEmpty()) {
            parts.add("has no place for " + leftOut.inWords());
        }
        if (refused()) {
            parts.add(refusal());
        }
        if (waits()) {
            parts.add(fate + because());
        } else if (isRunOpen()) {
            parts.add("the run could not be completed" + because());
        }
        if (url().isEmpty() && !lacksSomething() && (withPage || !parts.isEmpty())) {
            parts.add(parts.isEmpty() ? "everything is published" : "the rest is published");
        }
        if (withPage && !url().isEmpty()) {
            parts.add(url());
        }
        return parts.isEmpty() ? "" : name(published.destination()) + ": " + String.join("; ", parts);
    }

    private boolean isRunOpen() {
        return !published.progress().completed() && published.trouble() != null;
    }

    private ItemCount refusedItems() {
        Progress progress = published.progress();
        return new ItemCount(
                progress.results().refused(), progress.attachments().refused());
    }

    private String refusal() {
        int reasons = published.progress().refusals().size();
        ItemCount items = refusedItems();
        String what = items.isEmpty() ? ItemCount.count(reasons, "request") : items.inWords();
        return "refused " + what + " (see the " + (reasons == 1 ? "warning" : "warnings") + " above)";
    }

    private String because() {
        String trouble = published.trouble();
        if (trouble == null || trouble.isBlank()) {
            return " (see the warnings above)";
        }
        String reason = Texts.line(trouble, LONGEST_TROUBLE);
        return ": " + (reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason);
    }

    private static String name(String destination) {
        return switch (destination) {
            case "azure" -> "Azure DevOps";
            case "qacomplete" -> "QAComplete";
            default -> destination;
        };
    }
}

package dev.attest.cli;

import dev.attest.publish.Progress;
import dev.attest.publish.Share;
import dev.attest.publish.Standing;

/** The counts of the core in the form in which reports show them. */
final class DeliveryCounts {

    private DeliveryCounts() {}

    static ItemCounts published(Progress progress) {
        return new ItemCounts(
                progress.results().published(), progress.attachments().published());
    }

    static ItemCounts refused(Progress progress) {
        return new ItemCounts(
                progress.results().refused(), progress.attachments().refused());
    }

    static ItemCounts settled(Progress progress) {
        return published(progress).plus(refused(progress));
    }

    static ItemCounts delivered(Standing standing) {
        return new ItemCounts(
                standing.results().published(), standing.attachments().published());
    }

    static ItemCounts refused(Standing standing) {
        return new ItemCounts(
                standing.results().refused(), standing.attachments().refused());
    }

    static ItemCounts delivered(Share share) {
        return new ItemCounts(share.results().published(), share.attachments().published());
    }

    static ItemCounts refused(Share share) {
        return new ItemCounts(share.results().refused(), share.attachments().refused());
    }

    static ItemCounts waiting(Share share) {
        return new ItemCounts(share.waitingResults() + share.running(), share.waitingAttachments());
    }

    /** Returns what waits, including a result for each test that did not end. */
    static ItemCounts waiting(Standing standing) {
        return standing.shares().stream().map(DeliveryCounts::waiting).reduce(ItemCounts.NONE, ItemCounts::plus);
    }
}

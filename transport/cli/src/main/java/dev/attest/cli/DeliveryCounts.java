package dev.attest.cli;

import dev.attest.publish.Progress;
import dev.attest.publish.Share;
import dev.attest.publish.Standing;

/** The figures of the core as they are printed. */
final class DeliveryCounts {

    private DeliveryCounts() {}

    static ItemCounts published(Progress progress) {
        return new ItemCounts(progress.results().published(), progress.attachments().published());
    }

    static ItemCounts refused(Progress progress) {
        return new ItemCounts(progress.results().refused(), progress.attachments().refused());
    }

    static ItemCounts settled(Progress progress) {
        return published(progress).plus(refused(progress));
    }

    static ItemCounts delivered(Standing standing) {
        return new ItemCounts(standing.results().published(), standing.attachments().published());
    }

    static ItemCounts refused(Standing standing) {
        return new ItemCounts(standing.results().refused(), standing.attachments().refused());
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

    /** Returns what waits; a test that did not end gets a result that says so. */
    static ItemCounts waiting(Standing standing) {
        return standing.shares().stream().map(DeliveryCounts::waiting).reduce(ItemCounts.NONE, ItemCounts::plus);
    }
}

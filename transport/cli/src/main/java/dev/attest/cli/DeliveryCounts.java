package dev.attest.cli;

import dev.attest.internal.delivery.Progress;
import dev.attest.internal.status.DestinationStatus;
import dev.attest.internal.status.JournalStatus;
import java.util.function.Function;

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

    static ItemCounts delivered(JournalStatus standing) {
        return sum(standing, share -> published(share.progress()));
    }

    static ItemCounts refused(JournalStatus standing) {
        return sum(standing, share -> refused(share.progress()));
    }

    static ItemCounts waiting(DestinationStatus share) {
        return new ItemCounts(
                share.backlog().results() + share.backlog().running(),
                share.backlog().attachments());
    }

    /** Returns what waits, including a result for each test that did not end. */
    static ItemCounts waiting(JournalStatus standing) {
        return sum(standing, DeliveryCounts::waiting);
    }

    private static ItemCounts sum(JournalStatus standing, Function<DestinationStatus, ItemCounts> count) {
        return standing.destinations().stream().map(count).reduce(ItemCounts.NONE, ItemCounts::plus);
    }
}

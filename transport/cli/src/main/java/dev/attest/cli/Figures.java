package dev.attest.cli;

import dev.attest.publish.Progress;
import dev.attest.publish.Share;
import dev.attest.publish.Standing;

/** The figures of the core as they are printed. */
final class Figures {

    private Figures() {}

    static Amount published(Progress progress) {
        return new Amount(progress.results().published(), progress.attachments().published());
    }

    static Amount refused(Progress progress) {
        return new Amount(progress.results().refused(), progress.attachments().refused());
    }

    static Amount settled(Progress progress) {
        return published(progress).plus(refused(progress));
    }

    static Amount delivered(Standing standing) {
        return new Amount(standing.results().published(), standing.attachments().published());
    }

    static Amount refused(Standing standing) {
        return new Amount(standing.results().refused(), standing.attachments().refused());
    }

    static Amount delivered(Share share) {
        return new Amount(share.results().published(), share.attachments().published());
    }

    static Amount refused(Share share) {
        return new Amount(share.results().refused(), share.attachments().refused());
    }

    static Amount waiting(Share share) {
        return new Amount(share.waitingResults() + share.running(), share.waitingAttachments());
    }

    /** Returns what waits; a test that did not end gets a result that says so. */
    static Amount waiting(Standing standing) {
        return standing.shares().stream().map(Figures::waiting).reduce(Amount.NONE, Amount::plus);
    }
}

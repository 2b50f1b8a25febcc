package dev.attest.internal.delivery;

import java.util.List;

/**
 * What was delivered of a run so far.
 *
 * @param results attempts at tests
 * @param attachments files
 * @param url page of the run; empty if it is not known yet
 * @param completed whether this journal has left the run and nothing is left to do
 * @param refusals what was refused and why, in order
 */
public record Progress(Tally results, Tally attachments, String url, boolean completed, List<String> refusals) {

    private static final Progress NONE = new Progress(Tally.none(), Tally.none(), "", false, List.of());

    public Progress {
        refusals = List.copyOf(refusals);
    }

    /** Returns the progress of a run before its delivery. */
    public static Progress none() {
        return NONE;
    }

    /** Returns a copy with nothing left to do. */
    Progress asCompleted() {
        return new Progress(results, attachments, url, true, refusals);
    }

    /** Returns a copy that counts only what an earlier progress does not. The refusals include earlier ones. */
    Progress since(Progress earlier) {
        return new Progress(
                results.minus(earlier.results), attachments.minus(earlier.attachments), url, completed, refusals);
    }
}

package dev.attest.internal.delivery;

import java.util.List;

/**
 * What became of a run so far.
 *
 * @param results attempts at tests
 * @param attachments files
 * @param url page of the run; empty before the service told it
 * @param completed whether the service shows the run as over and nothing is left to do
 * @param refusals what was refused and why, in the order in which it happened
 */
public record Progress(Tally results, Tally attachments, String url, boolean completed, List<String> refusals) {

    private static final Progress NONE = new Progress(Tally.none(), Tally.none(), "", false, List.of());

    /** Returns the progress of a run that nothing was done for. */
    public static Progress none() {
        return NONE;
    }

    /** Returns the same with nothing left to do. */
    Progress over() {
        return new Progress(results, attachments, url, true, refusals);
    }

    /** Returns what has come to it since then. */
    Progress since(Progress earlier) {
        return new Progress(
                results.minus(earlier.results), attachments.minus(earlier.attachments), url, completed, refusals);
    }

    public Progress {
        refusals = List.copyOf(refusals);
    }
}

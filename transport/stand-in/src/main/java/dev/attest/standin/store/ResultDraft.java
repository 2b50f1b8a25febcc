package dev.attest.standin.store;

import java.util.List;

/**
 * What a request wants a result to be.
 *
 * @param added sub-results that come on top of those that are there
 */
public record ResultDraft(
        String title,
        String outcome,
        String state,
        boolean rerun,
        double durationMs,
        String document,
        List<SubResultDraft> added) {

    /** Copies the list. */
    public ResultDraft {
        added = List.copyOf(added);
    }
}

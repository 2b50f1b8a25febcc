package dev.attest.standin.store;

import java.util.List;

/**
 * What a request wants a result to be.
 *
 * @param pointId the test point that it is of, 0 for none
 * @param bugs the ids of work items, each once
 * @param added sub-results that come on top of those that are there
 */
public record ResultDraft(
        String title,
        String outcome,
        String state,
        boolean rerun,
        double durationMs,
        String document,
        int pointId,
        List<Integer> bugs,
        List<SubResultDraft> added) {

    /** Copies the lists. */
    public ResultDraft {
        bugs = List.copyOf(bugs);
        added = List.copyOf(added);
    }
}

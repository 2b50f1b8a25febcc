package dev.attest.standin.store;

import dev.attest.standin.store.ResultSearch.Searched;
import dev.attest.standin.store.ResultStore.ResultDraft;
import dev.attest.standin.store.RunStore.RunDraft;
import dev.attest.standin.store.SubResultStore.SubResultDraft;
import java.util.List;
import java.util.Map;

/** New rows for tests of the store. */
final class Drafts {

    static final RunDraft RUN = new RunDraft("demo", "r", "InProgress", true, Map.of(), "{}", RunOrigin.NONE);

    static final Searched SEARCHED = new Searched("", "", "t");

    private Drafts() {}

    static ResultDraft result(String outcome, String state) {
        return result(outcome, state, List.of());
    }

    static ResultDraft result(String outcome, String state, List<SubResultDraft> added) {
        return new ResultDraft(
                "t", outcome, state, false, 1, "{}", TestOccurrence.pending(""), SEARCHED, 0, List.of(), added);
    }

    /** Returns a passed result of a test. */
    static ResultDraft result(String test) {
        var occurrence = new TestOccurrence(test, "C", true, null, Verdict.PASSED, false);
        return new ResultDraft(
                test, "Passed", "Completed", false, 1, "{}", occurrence, SEARCHED, 0, List.of(), List.of());
    }

    static SubResultDraft subResult(SubResultDraft... below) {
        return new SubResultDraft("{}", List.of(below));
    }
}

package dev.attest.internal.azure.trial;

/**
 * What a trial has found out about one assumption.
 *
 * @param assumption what Attest assumes of the service, in one sentence
 * @param seen what the service did
 * @param consequence what a difference means for the results of a user; empty if there is no difference
 */
public record Finding(String assumption, Verdict verdict, String seen, String consequence) {

    /** Whether the service did what was assumed. */
    public enum Verdict {
        AS_ASSUMED,
        /** Attest goes on in another way, and nothing is lost. */
        OTHERWISE,
        /** Something is lost or wrong at this service. */
        DIFFERENT,
        NOT_TRIED
    }

    static Finding asAssumed(String assumption, String seen) {
        return new Finding(assumption, Verdict.AS_ASSUMED, seen, "");
    }

    static Finding notTried(String assumption, String why) {
        return new Finding(assumption, Verdict.NOT_TRIED, why, "");
    }
}

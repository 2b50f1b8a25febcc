package dev.attest.standin.store;

/**
 * What an attachment hangs on.
 *
 * @param resultId 0 for the run itself
 * @param subResultId 0 for the result itself
 */
public record Owner(int runId, int resultId, int subResultId) {

    /** Returns the run as an owner. */
    public static Owner run(int runId) {
        return new Owner(runId, 0, 0);
    }
}

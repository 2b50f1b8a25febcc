package dev.attest.internal.azure.results;

/**
 * The id of a result, as acknowledgements have it. It names its run only if that is not the run of the journal.
 *
 * <pre>100000
 * 77/100000</pre>
 *
 * @param runId the run that has the result
 * @param id of the result within that run
 */
public record ResultId(String runId, String id) {

    /** Returns the result that an acknowledgement names, of a journal with this run. */
    public static ResultId of(String runId, String acknowledged) {
        int slash = acknowledged.indexOf('/');
        return slash < 0
                ? new ResultId(runId, acknowledged)
                : new ResultId(acknowledged.substring(0, slash), acknowledged.substring(slash + 1));
    }

    /** Returns the text for an acknowledgement of a journal with this run. */
    public String in(String journalRunId) {
        return runId.equals(journalRunId) ? id : runId + "/" + id;
    }
}

package dev.attest.internal.azure.runs;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.function.Supplier;

/**
 * Reopens a run that another host has completed and repeats the refused request.
 *
 * <p>Another host may complete the run again, or may reopen it before this host reads its state. A refusal therefore
 * counts only if the run was found open several times.
 */
public record ClosedRunRetry(AzureRuns runs) {

    /** How many hosts may complete the run, one after the other, during one request. */
    private static final int MAX_ATTEMPTS = 20;

    private static final int OPEN_TO_GIVE_UP = 4;

    /** Sends the request at least once and returns its last result. */
    public DeliveryResult send(String runId, Supplier<DeliveryResult> request) {
        DeliveryResult result = request.get();
        int foundOpen = 0;
        for (int attempts = 1; attempts < MAX_ATTEMPTS && result instanceof Rejected; attempts++) {
            try {
                RunState run = runs.state(runId);
                if (run.over()) {
                    runs.reopen(runId);
                    foundOpen = 0;
                } else if (!run.shared() || ++foundOpen == OPEN_TO_GIVE_UP) {
                    return result;
                }
                result = request.get();
            } catch (NotDeliveredException e) {
                return result;
            }
        }
        return result;
    }
}

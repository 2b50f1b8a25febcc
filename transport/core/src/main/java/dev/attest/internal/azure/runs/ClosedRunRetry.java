package dev.attest.internal.azure.runs;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.function.Supplier;

/**
 * Repeats a request that was refused because another host had completed the run that both share, and reopens the run
 * first. That may happen again in between, and another host may have reopened the run before it is looked at: so a
 * refusal counts only when the run was found open several times.
 */
public final class ClosedRunRetry {

    /** So many hosts may complete a run, one after the other, while this one sends a request. */
    private static final int MOST_TRIES = 20;

    private static final int OPEN_FOR_SURE = 4;

    private final AzureRuns runs;

    public ClosedRunRetry(AzureRuns runs) {
        this.runs = runs;
    }

    /** Returns what became of the request, which is made at least once. */
    public DeliveryResult send(String runId, Supplier<DeliveryResult> request) {
        DeliveryResult delivery = request.get();
        int foundOpen = 0;
        for (int tries = 1; tries < MOST_TRIES && delivery instanceof Rejected; tries++) {
            try {
                RunLook run = runs.look(runId);
                if (run.over()) {
                    runs.reopen(runId);
                    foundOpen = 0;
                } else if (!run.shared() || ++foundOpen == OPEN_FOR_SURE) {
                    return delivery;
                }
                delivery = request.get();
            } catch (NotDeliveredException e) {
                return delivery;
            }
        }
        return delivery;
    }
}

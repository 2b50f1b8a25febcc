package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.util.Set;

/**
 * Reopens a run that another host has completed, so that a refused request for its results can be repeated. Another
 * host may complete the run again, or may reopen it before this host reads its state. A refusal therefore counts only
 * if the run was found open several times. For one request; not thread-safe.
 */
public final class Reopening {

    /** The states in which a run accepts no results. */
    private static final Set<String> OVER = Set.of("Completed", "Aborted", "NeedsInvestigation");

    /** How many hosts may complete the run, one after the other, during one request. */
    private static final int MAX_ATTEMPTS = 20;

    private static final int OPEN_TO_GIVE_UP = 4;

    private final AzureRuns runs;
    private final AzureApi api;
    private final String runId;
    private int attempts;
    private int foundOpen;

    Reopening(AzureRuns runs, AzureApi api, String runId) {
        this.runs = runs;
        this.api = api;
        this.runId = runId;
    }

    /** Returns whether the request may succeed now: it was refused, and the run is not known to have been open then. */
    public boolean isWorthRepeating(DeliveryResult result) {
        if (!(result instanceof Rejected) || ++attempts == MAX_ATTEMPTS) {
            return false;
        }
        try {
            Reply run = api.get("look whether the test run is over", api.urls().run(runId));
            runs.noteOpen(runId, run.json());
            boolean shared = RunComment.isShared(run.json().text("comment"));
            if (OVER.contains(run.json().text("state"))) {
                runs.reopen(runId);
                foundOpen = 0;
                return true;
            }
            return shared && ++foundOpen < OPEN_TO_GIVE_UP;
        } catch (NotDeliveredException e) {
            return false;
        }
    }
}

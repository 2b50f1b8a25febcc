package dev.attest.internal.azure.api;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.rest.FailedCall;
import dev.attest.internal.rest.NotDeliveredException;

/**
 * Decides what failures of calls about work items mean. A refusal concerns one item or the right to it. It is
 * permanent, so that a run never waits for it. Failures of the network or of the whole service are retried.
 */
final class WorkItemFailurePolicy extends AzureFailurePolicy {

    private final AzureApi tests;

    /** @param tests the API client for tests */
    WorkItemFailurePolicy(AzureApi tests) {
        this.tests = tests;
    }

    @Override
    public DeliveryResult judge(FailedCall failed) {
        DeliveryResult result = super.judge(failed);
        return result instanceof Retry retry && concernsItem(failed) ? new Rejected(retry.reason(), false) : result;
    }

    private boolean concernsItem(FailedCall failed) {
        return switch (failed.status()) {
            case 400, 403, 412, 413, 416 -> true;
            // A 404 that is not JSON comes from a wrong URL.
            case 404 -> failed.error().structured();
            case 401 -> mayReadTests();
            default -> false;
        };
    }

    /** Returns whether the token may read tests. Then it lacks only the scope for work items; otherwise it is wrong. */
    private boolean mayReadTests() {
        try {
            tests.get("look into the project", tests.urls().runs("$top", "1"));
            return true;
        } catch (NotDeliveredException e) {
            return false;
        }
    }
}

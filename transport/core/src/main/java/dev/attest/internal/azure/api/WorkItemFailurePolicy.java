package dev.attest.internal.azure.api;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Response;
import dev.attest.internal.rest.FailedCall;
import dev.attest.internal.rest.FailurePolicy;
import dev.attest.internal.rest.NotDeliveredException;

/**
 * What failures of calls about work items mean. A refusal is of an item or of the right to it, and is final: a run with
 * its results never waits for one. Trouble of the network or of the whole service is retried.
 *
 * @param usual what failures mean elsewhere
 * @param tests the API of the tests
 */
record WorkItemFailurePolicy(FailurePolicy usual, AzureApi tests) implements FailurePolicy {

    @Override
    public boolean accepts(Response response) {
        return usual.accepts(response);
    }

    @Override
    public String urlSetting() {
        return usual.urlSetting();
    }

    @Override
    public String certificateSetting() {
        return usual.certificateSetting();
    }

    @Override
    public DeliveryResult judge(FailedCall failed) {
        DeliveryResult delivery = usual.judge(failed);
        return delivery instanceof Retry deferred && concernsItem(failed)
                ? new Rejected(deferred.reason(), false)
                : delivery;
    }

    private boolean concernsItem(FailedCall failed) {
        return switch (failed.status()) {
            case 400, 403, 412, 413, 416 -> true;
            // A server that knows no such address is none, or not the one that was meant.
            case 404 -> failed.error().structured();
            case 401 -> opensTests();
            default -> false;
        };
    }

    /** A token that opens the tests lacks the scope for work items; one that opens nothing is wrong altogether. */
    private boolean opensTests() {
        try {
            tests.get("look into the project", tests.urls().runs("$top", "1"));
            return true;
        } catch (NotDeliveredException e) {
            return false;
        }
    }
}

package dev.attest.azure;

import dev.attest.publish.Rejected;

/**
 * Speaks to the service about work items. A refusal here is of an item or of the right to it, and is final: a run with its
 * results never waits for one. Trouble of the network or of the whole service is tried again, as anywhere.
 */
final class WorkItemArea {

    private final Service service;
    private final Addresses addresses;

    WorkItemArea(Service service, Addresses addresses) {
        this.service = service;
        this.addresses = addresses;
    }

    /** Returns the acknowledgement of the call, which is made once. */
    Reply send(Call call, Versions versions) throws NotDeliveredException {
        try {
            return service.send(call);
        } catch (NotDeliveredException e) {
            throw judged(e, versions);
        }
    }

    /** Makes a call, once, whose acknowledgement says nothing. */
    void sendForNothing(Call call, Versions versions) throws NotDeliveredException {
        try {
            service.sendForNothing(call);
        } catch (NotDeliveredException e) {
            throw judged(e, versions);
        }
    }

    /** Returns the error of a reply that lacks what it should tell. */
    NotDeliveredException unusable(Reply reply, String why) {
        return service.unusable(reply, why);
    }

    private NotDeliveredException judged(NotDeliveredException failed, Versions versions) {
        return concernsItem(failed, versions)
                ? new NotDeliveredException(new Rejected(failed.reason(), false), failed.status(), failed.error())
                : failed;
    }

    private boolean concernsItem(NotDeliveredException refused, Versions versions) {
        return switch (refused.status()) {
            case 400, 403, 412, 413, 416 -> true;
            // A server that knows no such address is none, or not the one that was meant.
            case 404 -> refused.error().structured();
            case 401 -> opensTests(versions);
            default -> false;
        };
    }

    /** A token that opens the tests lacks the scope for work items; one that opens nothing is wrong altogether. */
    private boolean opensTests(Versions versions) {
        try {
            service.send(Call.get("look into the project", addresses.runs("$top", "1"), versions.runs()));
            return true;
        } catch (NotDeliveredException e) {
            return false;
        }
    }
}

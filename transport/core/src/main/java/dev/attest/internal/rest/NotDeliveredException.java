package dev.attest.internal.rest;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;

/** A call was not acknowledged. Ends an operation of several calls, and becomes its delivery. */
public final class NotDeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryResult delivery;
    private final int status;
    private final transient ErrorBody error;

    NotDeliveredException(DeliveryResult delivery, int status, ErrorBody error) {
        super(delivery.toString(), null, false, false);
        this.delivery = delivery;
        this.status = status;
        this.error = error;
    }

    /** Returns a failure that needed no call to be known, and that lasts. */
    public static NotDeliveredException rejected(String reason) {
        return new NotDeliveredException(new Rejected(reason, false), 0, ErrorBody.NONE);
    }

    /** Returns the same failure of an operation of which an earlier part may have been applied. */
    public NotDeliveredException possiblyApplied() {
        return new NotDeliveredException(delivery(true), status, error);
    }

    /**
     * Returns what became of the operation.
     *
     * @param possiblyApplied whether a previous attempt may have been applied: then this one leaves that as open as it
     *     was
     */
    public DeliveryResult delivery(boolean possiblyApplied) {
        return possiblyApplied && delivery instanceof Retry deferred
                ? new Retry(deferred.reason(), deferred.pause(), true, deferred.needsAttention())
                : delivery;
    }

    /** Returns what was attempted, what came back and what to do. */
    public String reason() {
        if (delivery instanceof Retry deferred) {
            return deferred.reason();
        }
        return delivery instanceof Rejected rejected ? rejected.reason() : "";
    }

    /** Returns whether the service understood the request and would refuse it again. */
    public boolean refused() {
        return status / 100 == 4 && status != 407 && status != 408 && status != 409 && status != 429;
    }

    /** Returns the status of the response; 0 where none came. */
    public int status() {
        return status;
    }

    /** Returns what the response said about the error. */
    public ErrorBody error() {
        return error;
    }
}

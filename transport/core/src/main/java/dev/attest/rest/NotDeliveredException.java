package dev.attest.rest;

import dev.attest.publish.Deferred;
import dev.attest.publish.Delivery;
import dev.attest.publish.Rejected;

/** A call was not acknowledged. Ends an operation of several calls, and becomes its delivery. */
public final class NotDeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Delivery delivery;
    private final int status;
    private final transient ErrorBody error;

    NotDeliveredException(Delivery delivery, int status, ErrorBody error) {
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
     * @param possiblyApplied whether a previous attempt may have been applied: then this one leaves that as open as it was
     */
    public Delivery delivery(boolean possiblyApplied) {
        return possiblyApplied && delivery instanceof Deferred deferred
                ? new Deferred(deferred.reason(), deferred.pause(), true, deferred.needsAttention())
                : delivery;
    }

    /** Returns what was attempted, what came back and what to do. */
    public String reason() {
        if (delivery instanceof Deferred deferred) {
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

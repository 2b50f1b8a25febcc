package dev.attest.azure;

import dev.attest.publish.Deferred;
import dev.attest.publish.Delivery;
import dev.attest.publish.Rejected;

/** A call was not acknowledged. Ends an operation of several calls, and becomes its delivery. */
final class NotDeliveredException extends Exception {

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

    /**
     * Returns what became of the operation.
     *
     * @param mayExist whether an earlier try may have taken effect: then this one leaves that as open as it was
     */
    Delivery delivery(boolean mayExist) {
        return mayExist && delivery instanceof Deferred deferred
                ? new Deferred(deferred.reason(), deferred.pause(), true, deferred.needsAttention())
                : delivery;
    }

    /** Returns what was attempted, what came back and what to do. */
    String reason() {
        return delivery instanceof Deferred deferred ? deferred.reason() : rejection();
    }

    private String rejection() {
        return delivery instanceof Rejected rejected ? rejected.reason() : "";
    }

    /** Returns whether the service understood and would say the same again, whatever of: the thing, the right, the data. */
    boolean refused() {
        return status / 100 == 4 && status != 407 && status != 408 && status != 409 && status != 429;
    }

    /** Returns the status of the reply; 0 where none came. */
    int status() {
        return status;
    }

    /** Returns what the reply said about the error. */
    ErrorBody error() {
        return error;
    }
}

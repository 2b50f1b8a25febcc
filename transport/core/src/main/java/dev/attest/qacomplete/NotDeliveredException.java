package dev.attest.qacomplete;

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
        if (delivery instanceof Deferred deferred) {
            return deferred.reason();
        }
        return delivery instanceof Rejected rejected ? rejected.reason() : "";
    }

    /** Returns the status of the reply; 0 where none came. */
    int status() {
        return status;
    }

    /** Returns what the reply said about the error. */
    ErrorBody error() {
        return error;
    }

    /** Returns whether the server says that it takes nothing of this length: itself, or the web server before it. */
    boolean isTooLarge() {
        return status == 413 || (status == 404 && error.page());
    }

    /** Returns whether that may be what is meant: some servers break down or off at what is too long for them. */
    boolean mayBeTooLarge() {
        boolean lost = status == 0 && delivery instanceof Deferred deferred && deferred.mayHaveTakenEffect();
        return isTooLarge() || lost || (status == 500 && error.page());
    }
}

package dev.attest.internal.rest;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call was not acknowledged. The exception ends an operation of several calls and carries its delivery result. */
public final class NotDeliveredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient DeliveryResult delivery;
    private final int status;
    private final transient ErrorBody error;

    /** @param cause why no response came; null if one came, or if there was no call */
    NotDeliveredException(DeliveryResult delivery, int status, ErrorBody error, @Nullable Throwable cause) {
        super(delivery.toString(), cause, false, false);
        this.delivery = delivery;
        this.status = status;
        this.error = error;
    }

    /** Returns a permanent failure that was detected without a call. */
    public static NotDeliveredException rejected(String reason) {
        return new NotDeliveredException(new Rejected(reason, false), 0, ErrorBody.NONE, null);
    }

    /** Returns the same failure, for an operation whose earlier calls may have been applied. */
    public NotDeliveredException possiblyApplied() {
        return new NotDeliveredException(delivery(true), status, error, getCause());
    }

    /** Returns a failure that passes: the service refused the call, and may accept it after a pause. */
    public NotDeliveredException retriedAfter(Duration pause) {
        return new NotDeliveredException(new Retry(reason(), pause, false, false, true), status, error, getCause());
    }

    /** Returns the result of the operation. A retry tells whether this or a previous attempt may have been applied. */
    public DeliveryResult delivery(boolean possiblyApplied) {
        return possiblyApplied && delivery instanceof Retry retry
                ? new Retry(retry.reason(), retry.pause(), true, retry.needsAttention(), retry.over())
                : delivery;
    }

    /** Returns what was attempted, what came back and what to do. */
    public String reason() {
        if (delivery instanceof Retry retry) {
            return retry.reason();
        }
        return delivery instanceof Rejected rejected ? rejected.reason() : "";
    }

    /**
     * Returns whether the service understood the request and would refuse it again. A wrong token is no such refusal.
     */
    public boolean refused() {
        return status / 100 == 4 && status != 401 && status != 407 && status != 408 && status != 409 && status != 429;
    }

    /** Returns the status of the response, or 0 if no response came. */
    public int status() {
        return status;
    }

    public ErrorBody error() {
        return error;
    }
}

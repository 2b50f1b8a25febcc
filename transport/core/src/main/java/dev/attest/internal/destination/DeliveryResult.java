package dev.attest.internal.destination;

/** The result of one request to a destination. */
public sealed interface DeliveryResult permits Accepted, Retry, Rejected {

    /** Returns whether the service accepted or rejected the request. Otherwise Attest retries it. */
    default boolean done() {
        return true;
    }
}

package dev.attest.internal.destination;

/** What became of one request to a destination. */
public sealed interface DeliveryResult permits Accepted, Retry, Rejected {

    /** Returns whether nothing is left to be done: the journal may forget what was asked for. */
    boolean done();
}

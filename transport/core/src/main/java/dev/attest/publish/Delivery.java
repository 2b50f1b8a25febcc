package dev.attest.publish;

/** What became of one request to a destination. */
public sealed interface Delivery permits Delivered, Deferred, Rejected {

    /** Returns whether nothing is left to be done: the journal may forget what was asked for. */
    boolean settled();
}

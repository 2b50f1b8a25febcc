package dev.attest.internal.delivery;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Ack;
import java.io.IOException;

/**
 * What the parts of one {@link RunDelivery} share.
 *
 * @param state what the destination has not acknowledged yet
 * @param index reads earlier events again
 */
record DeliveryContext(
        Journal journal,
        Destination destination,
        CircuitBreaker breaker,
        DeliverySettings settings,
        Uploads uploads,
        DeliveryState state,
        JournalIndex index,
        AckRecorder acks) {

    /** Handles the result of a request. A retry calls {@code uncertain} if the request may have been applied. */
    void handle(DeliveryResult result, Handler<Accepted> accepted, Handler<Rejected> rejected, Runnable uncertain)
            throws IOException {
        breaker.record(result);
        if (result instanceof Accepted acceptance) {
            accepted.handle(acceptance);
        } else if (result instanceof Rejected rejection) {
            rejected.handle(rejection);
        } else if (result instanceof Retry retry && retry.possiblyApplied()) {
            uncertain.run();
        }
    }

    /** Records an acknowledgement in the journal, then applies it to the state. */
    interface AckRecorder {
        void record(Ack ack) throws IOException;
    }

    /** Takes something that leads to an entry in the journal. */
    interface Handler<T> {
        void handle(T value) throws IOException;
    }
}

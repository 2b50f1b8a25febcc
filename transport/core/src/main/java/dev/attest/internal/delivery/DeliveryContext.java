package dev.attest.internal.delivery;

import dev.attest.internal.destination.Destination;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Ack;
import java.io.IOException;

/**
 * What the parts of one {@link RunDelivery} share.
 *
 * @param state what the destination has not acknowledged yet
 * @param resultIndex reads earlier results again
 */
record DeliveryContext(
        Journal journal,
        Destination destination,
        CircuitBreaker breaker,
        DeliverySettings settings,
        DeliveryState state,
        ResultIndex resultIndex,
        AckRecorder acks) {

    /** Records an acknowledgement in the journal, then applies it to the state. */
    interface AckRecorder {
        void record(Ack ack) throws IOException;
    }
}

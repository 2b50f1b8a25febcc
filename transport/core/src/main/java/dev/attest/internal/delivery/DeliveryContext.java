package dev.attest.internal.delivery;

import dev.attest.internal.destination.Destination;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Ack;
import java.io.IOException;

/**
 * What the parts of one {@link RunDelivery} share.
 *
 * @param acceptances those of the same service, also of other journals
 * @param state what the destination has not acknowledged yet
 * @param index reads earlier events again
 */
record DeliveryContext(
        Journal journal,
        Destination destination,
        CircuitBreaker breaker,
        DeliverySettings settings,
        Uploads uploads,
        Acceptances acceptances,
        DeliveryState state,
        JournalIndex index,
        AckRecorder acks) {

    <K> FailedItems<K> failedItems(Acceptances.Kind kind) {
        return new FailedItems<>(kind, acceptances, settings);
    }

    /** Records an acknowledgement in the journal, then applies it to the state. */
    interface AckRecorder {
        void record(Ack ack) throws IOException;
    }
}

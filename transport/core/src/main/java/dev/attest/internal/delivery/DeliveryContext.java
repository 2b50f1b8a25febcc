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

    /**
     * Handles the result of a request about some items.
     *
     * @param itemsFault whether it is known that the service fails at these items and not at others
     */
    void handle(
            DeliveryResult result,
            boolean itemsFault,
            Handler<Accepted> accepted,
            Handler<Rejected> rejected,
            Handler<Retry> retry)
            throws IOException {
        breaker.recordItems(result, itemsFault);
        if (result instanceof Accepted acceptance) {
            accepted.handle(acceptance);
        } else if (result instanceof Rejected rejection) {
            rejected.handle(rejection);
        } else if (result instanceof Retry again) {
            retry.handle(again);
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

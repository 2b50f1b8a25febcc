package dev.attest.internal.publish;

import dev.attest.internal.delivery.DeliveryState;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.journal.event.Ack;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A service may have no place for a test or a file: that is neither published nor does it wait. */
class LeftOutTest {

    private static final List<Ack> ACKS = List.of(
            new Ack.RowsCreated(List.of(new Ack.Row(1, 1, "7"), new Ack.Row(2, 1, ""))),
            new Ack.AttemptsAppended(List.of(new Ack.Attempt(1, 2, ""), new Ack.Attempt(2, 2, ""))),
            new Ack.AttachmentDelivered(1, false),
            new Ack.AttachmentDelivered(2, true),
            new Ack.AttachmentDelivered(3, true));

    @Test
    void isCountedByItselfWhileTheRunGoesOn() {
        DeliveryState state = new DeliveryState("qacomplete", ReportTrigger.NONE);

        ACKS.forEach(ack -> ack.accept(state));

        assertThat(state.progress().results()).isEqualTo(new Tally(2, 2, 0));
        assertThat(state.progress().attachments()).isEqualTo(new Tally(1, 2, 0));
    }
}

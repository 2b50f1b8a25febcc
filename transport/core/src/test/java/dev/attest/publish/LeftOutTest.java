package dev.attest.publish;

import dev.attest.journal.Journal;
import dev.attest.journal.event.Ack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A service may have no place for a test or a file: that is neither published nor does it wait. */
class LeftOutTest {

    private static final List<Ack> RECEIPTS = List.of(
            new Ack.RowsCreated(List.of(new Ack.Row(1, 1, "7"), new Ack.Row(2, 1, ""))),
            new Ack.AttemptsAppended(List.of(new Ack.Attempt(1, 2, ""), new Ack.Attempt(2, 2, ""))),
            new Ack.AttachmentDelivered(1, false),
            new Ack.AttachmentDelivered(2, true),
            new Ack.AttachmentDelivered(3, true));

    @Test
    void isCountedByItselfWhileTheRunGoesOn() throws Exception {
        try (Journal journal = Journal.inMemory()) {
            RunState state =
                    new RunState("qacomplete", new WaitingReports(Reports.NONE), new RecordedFiles(journal, false));

            RECEIPTS.forEach(receipt -> receipt.accept(state));

            assertThat(state.progress().results()).isEqualTo(new Tally(2, 2, 0));
            assertThat(state.progress().attachments()).isEqualTo(new Tally(1, 2, 0));
        }
    }

    @Test
    void isCountedByItselfInWhatIsFoundOnDisk() {
        Acknowledged acknowledged = new Acknowledged();

        RECEIPTS.forEach(receipt -> receipt.accept(acknowledged));

        Share share = acknowledged.share("qacomplete", Set.of(), Set.of(), Map.of());
        assertThat(share.results()).isEqualTo(new Tally(2, 2, 0));
        assertThat(share.attachments()).isEqualTo(new Tally(1, 2, 0));
    }
}

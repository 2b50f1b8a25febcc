package dev.attest.internal.status;

import dev.attest.AttachmentType;
import dev.attest.internal.delivery.Tally;
import dev.attest.internal.journal.AckLog;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.InspectedJournal.State;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of a journal on disk. Its receipts are read before its events. */
class JournalStatusTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Run RUN = new Run("token", "title", NOON, "host", null);

    @TempDir
    Path folder;

    private Journal journal;

    @BeforeEach
    void create() throws IOException {
        journal = new Journals(folder).create("key", false);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    @Test
    void countsWhatAServiceHasNoPlaceForByItself() throws IOException {
        AckLog receipts = journal.acks("qacomplete");
        receipts.append(new Ack.RowsCreated(List.of(new Ack.Row(1, 1, "7"), new Ack.Row(2, 1, ""))));
        receipts.append(new Ack.AttemptsAppended(
                List.of(new Ack.Attempt(1, 1, ""), new Ack.Attempt(1, 2, ""), new Ack.Attempt(2, 2, ""))));
        receipts.append(new Ack.AttachmentDelivered(1, false));
        receipts.append(new Ack.AttachmentDelivered(2, true));
        receipts.append(new Ack.AttachmentDelivered(3, true));

        DestinationStatus share = only();

        assertThat(share.progress().results()).isEqualTo(new Tally(2, 2, 0));
        assertThat(share.progress().attachments()).isEqualTo(new Tally(1, 2, 0));
    }

    @Test
    void tellsForEachDestinationWhatItHasNot() throws IOException {
        journal.append(new Event.RunStarted(RUN, List.of("azure", "qacomplete")));
        result(1, 1);
        result(2, 1);
        journal.append(file(1, null));
        journal.append(file(2, new AttachmentTarget("qacomplete", "Bugs", "12")));
        journal.acks("azure").append(new Ack.RowsCreated(List.of(new Ack.Row(1, 1, "7"))));
        journal.acks("azure").append(new Ack.ResultRefused(2, 1, "no"));

        JournalStatus standing = status();

        assertThat(standing.run()).isEqualTo(RUN);
        assertThat(standing.destinations())
                .extracting(
                        DestinationStatus::destination,
                        each -> each.backlog().results(),
                        each -> each.backlog().attachments(),
                        each -> each.backlog().targetFiles())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("azure", 0, 1, 0),
                        org.assertj.core.groups.Tuple.tuple("qacomplete", 2, 2, 1));
        assertThat(standing.refusals()).containsExactly("no");
    }

    @Test
    void takesAFileForAnyServiceWhereTheJournalIsForNoneInParticular() throws IOException {
        journal.append(new Event.RunStarted(RUN, List.of()));
        journal.append(file(1, null));
        journal.append(file(2, new AttachmentTarget("qacomplete", "Bugs", "12")));

        DestinationStatus share = only();

        assertThat(share.destination()).isEmpty();
        assertThat(share.backlog().attachments()).isEqualTo(2);
        assertThat(share.backlog().targetFiles()).isEqualTo(1);
    }

    @Test
    void doesNotTakeATestForRunningThatWasDeliveredAsCutOff() throws IOException {
        journal.append(new Event.RunStarted(RUN, List.of("azure")));
        journal.append(new Event.TestStarted(1, 1, test(1), NOON));
        journal.append(new Event.TestStarted(2, 1, test(2), NOON));
        assertThat(only().backlog().running()).isEqualTo(2);

        journal.acks("azure").append(new Ack.RowsCreated(List.of(new Ack.Row(1, 1, "7"))));
        assertThat(only().backlog().running()).isEqualTo(1);
    }

    private void result(int row, int attempt) throws IOException {
        journal.append(new Event.TestStarted(row, attempt, test(row), NOON));
        journal.append(new Event.ResultRecorded(
                new Result(row, attempt, test(row), Outcome.PASSED, NOON, Duration.ZERO, null, "")));
    }

    private static TestDescription test(int row) {
        return new TestDescription(new TestId("e", "C", "m" + row, ""), "test " + row, List.of());
    }

    private static Event file(int number, @Nullable AttachmentTarget place) {
        return new Event.AttachmentAdded(
                new Attachment(number, 1, 1, "file", AttachmentType.GENERAL_ATTACHMENT, "0".repeat(64), 1, place, ""));
    }

    private DestinationStatus only() throws IOException {
        List<DestinationStatus> destinations = status().destinations();
        assertThat(destinations).hasSize(1);
        return destinations.get(0);
    }

    private JournalStatus status() throws IOException {
        return JournalStatus.of(new InspectedJournal(journal.folder(), State.IN_USE, 0, ""));
    }
}

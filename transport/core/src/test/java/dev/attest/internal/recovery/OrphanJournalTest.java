package dev.attest.internal.recovery;

import dev.attest.AttachmentType;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.StoredBlob;
import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrphanJournalTest {

    private static final Instant NOON = Instant.parse("2026-12-03T12:00:00Z");
    private static final String ABSENT = AttachmentTarget.AZURE;
    private static final String HERE = AttachmentTarget.QACOMPLETE;

    /** Files of a journal, and whether the absent destination gets them after it has completed the run. */
    private enum Attached {
        COVERAGE(AttachmentType.CODE_COVERAGE, null, true),
        FOR_A_WORK_ITEM(AttachmentType.GENERAL_ATTACHMENT, new AttachmentTarget(ABSENT, "WorkItem", "7"), true),
        COVERAGE_FOR_A_WORK_ITEM(AttachmentType.CODE_COVERAGE, new AttachmentTarget(ABSENT, "WorkItem", "7"), true),
        OF_THE_RUN(AttachmentType.GENERAL_ATTACHMENT, null, false),
        FOR_ANOTHER_DESTINATION(AttachmentType.GENERAL_ATTACHMENT, new AttachmentTarget(HERE, "Bugs", "7"), false);

        private final AttachmentType type;
        private final @Nullable AttachmentTarget target;
        private final boolean follows;

        Attached(AttachmentType type, @Nullable AttachmentTarget target, boolean follows) {
            this.type = type;
            this.target = target;
            this.follows = follows;
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void waitsForADestinationThatIsNotSetAndLacksAFileWhichFollowsTheRun(Attached file) throws IOException {
        try (Journal journal = completed(file)) {
            assertThat(OrphanJournal.of(journal, List.of(HERE)).missing().contains(ABSENT))
                    .isEqualTo(file.follows);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForADestinationThatIsNotSetAndHasEachFile(Attached file) throws IOException {
        try (Journal journal = completed(file)) {
            journal.acks(ABSENT).append(new Ack.AttachmentDelivered(1, false));

            assertThat(OrphanJournal.of(journal, List.of(HERE)).missing()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForADestinationThatIsNotSetAndRefusedTheFile(Attached file) throws IOException {
        try (Journal journal = completed(file)) {
            journal.acks(ABSENT).append(new Ack.AttachmentRefused(1, "too large"));

            assertThat(OrphanJournal.of(journal, List.of(HERE)).missing()).isEmpty();
        }
    }

    @Test
    void waitsForADestinationThatIsNotSetUntilItHasCompletedTheRun() throws IOException {
        try (Journal journal = ended(Attached.OF_THE_RUN)) {
            assertThat(OrphanJournal.of(journal, List.of(HERE)).missing()).containsExactly(ABSENT);
        }
    }

    private Journal completed(Attached file) throws IOException {
        Journal journal = ended(file);
        journal.acks(ABSENT).append(new Ack.RunCompleted());
        return journal;
    }

    private Journal ended(Attached file) throws IOException {
        Journal journal = new Journals(folder).create("key", false);
        journal.append(new Event.RunStarted(new Run("token", "title", NOON, "host", null), List.of(ABSENT, HERE)));
        StoredBlob text = journal.store(new ByteArrayInputStream("text".getBytes(StandardCharsets.UTF_8)));
        journal.append(new Event.AttachmentAdded(
                new Attachment(1, Attachment.RUN, 1, "file", file.type, text.sha256(), text.size(), file.target, "")));
        journal.append(new Event.RunFinished(NOON, false));
        return journal;
    }
}

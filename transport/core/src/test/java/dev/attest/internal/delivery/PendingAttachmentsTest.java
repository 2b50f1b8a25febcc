package dev.attest.internal.delivery;

import dev.attest.AttachmentType;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PendingAttachmentsTest {

    private static final AttachmentTarget ITEM = new AttachmentTarget("azure", "WorkItem", "7");

    private final PendingAttachments attachments = new PendingAttachments();

    @Test
    void leavesTheLastOfItsKindUntilTheOthersAreBack() {
        List<Attachment> all = List.of(file(1, null), file(2, ITEM), file(3, null), file(4, ITEM));
        all.forEach(attachments::add);

        assertThat(take()).containsExactly(all.get(0), all.get(1));
        assertThat(take()).isEmpty();

        attachments.markDone(1);
        attachments.returned(all.get(0));
        assertThat(take()).containsExactly(all.get(2));

        attachments.returned(all.get(1)); // the service failed at it
        assertThat(take()).contains(all.get(3));
        assertThat(attachments.size()).isEqualTo(3);
    }

    @Test
    void takesTheOnlyOneAtOnce() {
        attachments.add(file(1, null));
        attachments.add(file(2, ITEM));

        assertThat(take()).hasSize(2);
    }

    private List<Attachment> take() {
        return attachments.take(4, each -> true);
    }

    private static Attachment file(int number, @Nullable AttachmentTarget place) {
        return new Attachment(number, 1, 1, "a.txt", AttachmentType.GENERAL_ATTACHMENT, "ab".repeat(32), 1, place, "");
    }
}

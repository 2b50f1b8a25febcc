package dev.attest.internal.delivery;

import dev.attest.AttachmentType;
import dev.attest.internal.journal.event.Attachment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of several pictures of a test counts, in whatever order they arrive. */
class UploadedPicturesTest {

    private final UploadedPictures pictures = new UploadedPictures(true);

    @Test
    void areTheLastOnesOfTheLastAttempts() {
        pictures.add(file(4, 1, 2), "second of 2");
        pictures.add(file(3, 1, 2), "first of 2");
        pictures.add(file(9, 1, 1), "of 1, recorded late");
        pictures.add(file(5, 1, 2), "");
        pictures.add(file(6, Attachment.RUN, 1), "of the run");

        assertThat(pictures.of(1, 2)).isEqualTo("second of 2");
        assertThat(pictures.of(1, 1)).isEmpty();
        assertThat(pictures.of(2, 1)).isEmpty();
        assertThat(pictures.of(Attachment.RUN, 1)).isEmpty();
        assertThat(pictures.isComplete()).isTrue();
    }

    @Test
    void areNotThoseOfAnEarlierAttempt() {
        pictures.add(file(1, 1, 1), "of 1");

        assertThat(pictures.of(1, 2)).isEmpty();
    }

    /** A picture of each test of a large suite would fill the memory of the tests. */
    @Test
    void areOfAThousandRowsAtMost() {
        for (int row = 1; row <= 1000; row++) {
            pictures.add(file(row, row, 1), "p" + row);
        }
        assertThat(pictures.isComplete()).isTrue();

        pictures.add(file(1001, 1001, 1), "p1001");
        pictures.add(file(1002, 1, 1), "later");

        assertThat(pictures.isComplete()).isFalse();
        assertThat(pictures.of(1001, 1)).isEmpty();
        assertThat(pictures.of(1, 1)).isEqualTo("later");
    }

    private static Attachment file(int number, int row, int attempt) {
        return new Attachment(number, row, attempt, "page.png", AttachmentType.GENERAL_ATTACHMENT, "ab".repeat(32), 4);
    }
}

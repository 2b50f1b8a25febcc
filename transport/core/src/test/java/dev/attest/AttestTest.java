package dev.attest;

import dev.attest.model.AttachmentType;
import dev.attest.store.WorkItem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;

class AttestTest {

    @Test
    @SuppressWarnings("NullAway")
    void takesWhateverATestHandsOver() {
        assertThatCode(() -> {
                    Attest.attach((Path) null);
                    Attest.attach("page.html", (String) null, AttachmentType.GENERAL_ATTACHMENT);
                    Attest.attach(null, (byte[]) null, null);
                    Attest.comment(null);
                    Attest.attachTo(null, null);
                    Attest.attachTo(WorkItem.of(0), Path.of("gone"), null);
                })
                .doesNotThrowAnyException();
    }
}

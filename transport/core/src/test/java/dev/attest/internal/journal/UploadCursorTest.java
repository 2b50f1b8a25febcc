package dev.attest.internal.journal;

import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.journal.event.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UploadCursorTest {

    private static final byte[] BYTES = "abcdefghij".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void isThereAgainWhenAnotherOpensTheBytes() throws IOException {
        Path blobs = folder.resolve("blobs");
        String sha256 = new Blobs(new LocalDisk(), blobs, new MemoryBudget())
                .store(new ByteArrayInputStream(BYTES))
                .sha256();
        Content content = new Blobs(new LocalDisk(), blobs, new MemoryBudget()).content(sha256);
        assertThat(content.uploadCursor("azure-7-4711").read()).isEmpty();

        content.uploadCursor("azure-7-4711").set("a longer first text");
        content.uploadCursor("azure-7-4711").set("é 8");

        Content again = new Blobs(new LocalDisk(), blobs, new MemoryBudget()).content(sha256);
        assertThat(again.uploadCursor("azure-7-4711").read()).hasValue("é 8");
        assertThat(again.uploadCursor("azure-7-4712").read()).isEmpty();
    }

    @Test
    void isRemovedWithWhatIsSetAside() throws IOException {
        Path journal = folder.resolve("journal");
        new LocalDisk().createFolder(journal);
        Blobs blobs = new Blobs(new LocalDisk(), journal.resolve("blobs"), new MemoryBudget());
        blobs.content(blobs.store(new ByteArrayInputStream(BYTES)).sha256())
                .uploadCursor("azure-7-4711")
                .set("8");

        JournalFiles.delete(journal);

        assertThat(journal).doesNotExist();
    }

    @Test
    void isForgottenOnlyWithTheJvmWhereThereIsNoDisk() throws IOException {
        Journal journal = Journal.inMemory();
        String sha256 = journal.store(new ByteArrayInputStream(BYTES)).sha256();

        journal.blob(sha256).uploadCursor("azure-7-4711").set("8");

        assertThat(journal.blob(sha256).uploadCursor("azure-7-4711").read()).hasValue("8");
    }

    @Test
    void bytesAreReadFromAPlaceOnWithoutThoseBefore() throws IOException {
        Blobs blobs = new Blobs(new LocalDisk(), folder.resolve("blobs"), new MemoryBudget());
        Content content =
                blobs.content(blobs.store(new ByteArrayInputStream(BYTES)).sha256());

        for (int from : List.of(0, 4, 10)) {
            try (InputStream in = content.open()) {
                assertThat(in.skip(from)).isEqualTo(from);
                assertThat(in.readAllBytes()).asString().isEqualTo("abcdefghij".substring(from));
                assertThat(in.skip(1)).isZero();
            }
        }
    }
}

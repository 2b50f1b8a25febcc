package dev.attest.systemtests.evidence;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LargeAttachmentIT {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void publishesSeventyMegabytesFromFortyEight() throws Exception {
        try (Service service = Service.start()) {
            Path file = file(70);

            ChildJvm.Ended child = attach(service, file);

            assertThat(child.lastLine()).as(child.err()).startsWith("Attest: 1 test: ");
            assertThat(child.notPublished()).as(child.err()).isEmpty();
            ServiceView.Attachment attachment = onlyAttachment(service);
            assertThat(attachment.fileName()).isEqualTo("large.bin");
            try (InputStream bytes =
                    service.view().bytes(1, service.results().get(0).id(), attachment.id())) {
                assertThat(sha256(bytes)).isEqualTo(sha256(Files.newInputStream(file)));
            }
        }
    }

    @Test
    void leavesANoteInPlaceOfWhatIsTooLarge() throws Exception {
        try (Service service = Service.start()) {
            Path file = file(80);

            ChildJvm.Ended child = attach(service, file);

            assertThat(child.lastLine()).as(child.err()).startsWith("Attest: 1 test: ");
            assertThat(child.notPublished()).as(child.err()).isEmpty();
            ServiceView.Attachment note = onlyAttachment(service);
            assertThat(note.fileName()).isEqualTo("large.bin.not-uploaded.txt");
            try (InputStream bytes =
                    service.view().bytes(1, service.results().get(0).id(), note.id())) {
                assertThat(new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .contains("large.bin", String.valueOf(80 * MEGABYTE), sha256(Files.newInputStream(file)));
            }
        }
    }

    private ChildJvm.Ended attach(Service service, Path file) throws IOException, InterruptedException {
        return new ChildJvm(folder, service.environment(folder.resolve("journal")))
                .option("-Xmx48m")
                .option("-Dfile=" + file)
                .run(Suites.AttachesAFile.class);
    }

    private static ServiceView.Attachment onlyAttachment(Service service) {
        List<ServiceView.Attachment> attachments =
                service.view().attachments(1, service.results().get(0).id());
        assertThat(attachments).hasSize(1);
        return attachments.get(0);
    }

    private Path file(int megabytes) throws IOException {
        Path file = folder.resolve("large.bin");
        Random random = new Random(42);
        byte[] buffer = new byte[MEGABYTE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < megabytes; written++) {
                random.nextBytes(buffer);
                out.write(buffer);
            }
        }
        return file;
    }

    private static String sha256(InputStream bytes) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (bytes) {
            byte[] buffer = new byte[MEGABYTE];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

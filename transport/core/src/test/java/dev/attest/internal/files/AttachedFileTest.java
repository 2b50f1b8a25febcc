package dev.attest.internal.files;

import dev.attest.internal.files.FixedLengthFile.UnreadableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AttachedFileTest {

    @TempDir
    Path folder;

    @Test
    void hasTheBytesThatWereThereWhenItWasOpened() throws IOException {
        Path log = Files.writeString(folder.resolve("server.log"), "now");

        try (AttachedFile attached = AttachedFile.open(log)) {
            Files.writeString(log, " and later", StandardOpenOption.APPEND);

            assertThat(text(attached)).isEqualTo("now");
        }
    }

    @Test
    void hasWhatIsLeftOfAFileThatIsCutWhileItIsRead() throws IOException {
        Path log = Files.writeString(folder.resolve("server.log"), "a long log");

        try (AttachedFile attached = AttachedFile.open(log)) {
            Files.writeString(log, "new");

            assertThat(text(attached)).isEqualTo("new");
        }
    }

    @Test
    void isAZipOfAFolderWhateverItHolds() throws IOException {
        Path full = Files.createDirectories(folder.resolve("full"));
        for (int i = 0; i < 7; i++) {
            Files.createSymbolicLink(full.resolve("link-" + i), folder);
        }

        try (AttachedFile attached = AttachedFile.open(full)) {
            assertThat(attached.name()).isEqualTo("full.zip");
            assertThat(attached.leftOut()).matches("link-\\d \\(a link\\)(, link-\\d \\(a link\\)){4} and 2 more");
            assertThat(attached.content().readAllBytes()).startsWith('P', 'K');
        }
    }

    @Test
    void isRefusedWhereThereIsNone() {
        assertThatThrownBy(() -> AttachedFile.open(folder.resolve("none")))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("it does not exist");
    }

    private static String text(AttachedFile attached) throws IOException {
        return new String(attached.content().readAllBytes(), StandardCharsets.UTF_8);
    }
}

package dev.attest.internal.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StepSummaryTest {

    @TempDir
    Path folder;

    @Test
    void replacesItsOwnPartAndLeavesThoseOfOthers() throws IOException {
        Path file = Files.writeString(folder.resolve("step.md"), "of another tool");

        StepSummary.write(file.toString(), "run-1", "first\n");
        StepSummary.write(file.toString(), "run-2", "other\n");
        Files.writeString(file, Files.readString(file) + "later\n");
        StepSummary.write(file.toString(), "run-1", "second\n");

        assertThat(file).hasContent("""
                of another tool
                <!-- attest run-1 -->
                second
                <!-- /attest -->
                <!-- attest run-2 -->
                other
                <!-- /attest -->
                later
                """);
    }

    @Test
    void writesNothingElsewhere() throws IOException {
        StepSummary.write(null, "run", "page");
        StepSummary.write(" ", "run", "page");

        assertThat(folder).isEmptyDirectory();
    }

    /** PowerShell writes UTF-16, and some tools a lot. */
    @Test
    void leavesWhatItCannotAddTo() throws IOException {
        byte[] utf16 = "of another tool".getBytes(StandardCharsets.UTF_16);
        Path file = Files.write(folder.resolve("step.md"), utf16);
        Path large = Files.writeString(folder.resolve("large.md"), "x".repeat((1 << 20) + 1));

        StepSummary.write(file.toString(), "run", "page");
        StepSummary.write(large.toString(), "run", "page");
        StepSummary.write(folder.toString(), "run", "page");

        assertThat(file).hasBinaryContent(utf16);
        assertThat(large).hasSize((1 << 20) + 1);
    }

    /** GitHub shows none of a file that is too long. */
    @Test
    void addsNothingThatDoesNotFit() throws IOException {
        Path file = Files.writeString(folder.resolve("step.md"), "x".repeat((1 << 20) - 10));

        StepSummary.write(file.toString(), "run", "page");

        assertThat(file).hasSize((1 << 20) - 10);
    }
}

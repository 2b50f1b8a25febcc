package dev.attest.junit5;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a test publishes through JUnit is part of its result. */
class ReportEntriesTest {

    @Test
    void addsPublishedEntriesToTheCommentOfTheirTest() {
        assertThat(Launch.ledgerOf(Entries.class)).isEqualTo("""
                started Entries › publishes(TestReporter) <Entries publishes(org.junit.jupiter.api.TestReporter)>
                comment Entries › publishes(TestReporter): browser: chromium
                comment Entries › publishes(TestReporter): value: no key
                comment Entries › publishes(TestReporter): poem: roses
                comment Entries › publishes(TestReporter): violets
                finished Entries › publishes(TestReporter): PASSED
                """);
    }

    @Fixture
    static class Entries {
        @BeforeAll
        static void ofNoTest(TestReporter reporter) {
            reporter.publishEntry("container", "ignored");
        }

        @Test
        void publishes(TestReporter reporter) {
            reporter.publishEntry("browser", "chromium");
            reporter.publishEntry("no key");
            reporter.publishEntry("poem", "roses\r\nviolets");
        }
    }

    @Test
    void leavesOutWhatJUnitCapturedOfTheConsole() {
        assertThat(Launch.ledgerOf(Captured.class)).isEqualTo("""
                started Captured › prints(TestReporter) <Captured prints(org.junit.jupiter.api.TestReporter)>
                comment Captured › prints(TestReporter): kept: yes
                finished Captured › prints(TestReporter): PASSED
                """);
    }

    @Fixture
    static class Captured {
        @Test
        void prints(TestReporter reporter) {
            reporter.publishEntry(Map.of("stdout", "to the console"));
            reporter.publishEntry(Map.of("stderr", "to the console"));
            reporter.publishEntry("kept", "yes");
        }
    }

    @Test
    void attachesPublishedFilesToTheirTestAndThoseOfClassesToTheRun(@TempDir Path output) {
        Launch launch = Launch.of(Evidence.class)
                .with("junit.platform.reporting.output.dir", output.toString())
                .run();

        assertThat(launch.testLedger()).isEqualTo("""
                attach to run: versions.txt null
                started Evidence › publishes(TestReporter) <Evidence publishes(org.junit.jupiter.api.TestReporter)>
                attach Evidence › publishes(TestReporter): page.html null
                attach Evidence › publishes(TestReporter): traces/ null
                finished Evidence › publishes(TestReporter): PASSED
                """);
    }

    @Fixture
    static class Evidence {
        @BeforeAll
        static void ofTheClass(TestReporter reporter) {
            reporter.publishFile("versions.txt", MediaType.TEXT_PLAIN_UTF_8, file -> Files.writeString(file, "1"));
        }

        @Test
        void publishes(TestReporter reporter) {
            reporter.publishFile("page.html", MediaType.TEXT_PLAIN, file -> Files.writeString(file, "<p>"));
            reporter.publishDirectory("traces", folder -> Files.writeString(folder.resolve("1.txt"), "one"));
        }
    }
}

package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Files that tests publish through JUnit; the type of a file moved to its present package in JUnit 5.14. */
final class PublishedFiles {

    private PublishedFiles() {}

    private static void publish(TestReporter reporter, String name, String content) {
        reporter.publishFile(name, MediaType.TEXT_PLAIN_UTF_8, file -> Files.writeString(file, content));
    }

    @Fixture
    static class PublishingSince514 {
        @BeforeAll
        static void ofTheClass(TestReporter reporter) {
            Ledger.run().file("versions.txt", "1.2.3");
            publish(reporter, "versions.txt", "1.2.3");
        }

        @BeforeEach
        void ofEach(TestReporter reporter) {
            publish(reporter, "before.txt", "before");
        }

        @Test
        void passes(TestReporter reporter) {
            publish(reporter, "page.html", "<p>");
            entry("passes")
                    .file("before.txt", "before")
                    .file("page.html", "<p>")
                    .passed();
        }

        @Test
        void fails(TestReporter reporter) {
            publish(reporter, "page.html", "<br>");
            throw entry("fails")
                    .file("before.txt", "before")
                    .file("page.html", "<br>")
                    .failed("no button");
        }

        private static Ledger.Entry entry(String method) {
            return Ledger.of(PublishingSince514.class, method, "PublishingSince514 › " + method + "(TestReporter)");
        }
    }
}

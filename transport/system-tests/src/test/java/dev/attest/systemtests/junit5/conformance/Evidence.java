package dev.attest.systemtests.junit5.conformance;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;

/** What tests attach and say. */
final class Evidence {

    private Evidence() {}

    private static void attach(Ledger.Entry entry, String name, String content) {
        entry.file(name, content);
        Attest.attach(name, content, AttachmentType.GENERAL_ATTACHMENT);
    }

    @Fixture
    static class Attaching {
        @Test
        void whilePassing() {
            Ledger.Entry entry = Ledger.of(Attaching.class, "whilePassing");
            attach(entry, "page.html", "<p>");
            entry.passed();
        }

        @Test
        void beforeFailing() {
            Ledger.Entry entry = Ledger.of(Attaching.class, "beforeFailing");
            attach(entry, "page.html", "<p>");
            throw entry.failed("no button");
        }

        @Test
        void twoOfOneName() {
            Ledger.Entry entry = Ledger.of(Attaching.class, "twoOfOneName");
            attach(entry, "page.html", "first");
            attach(entry, "page.html", "second");
            entry.passed();
        }

        @Test
        void twoThatAreEqual() {
            Ledger.Entry entry = Ledger.of(Attaching.class, "twoThatAreEqual");
            attach(entry, "page.html", "the same");
            attach(entry, "page.html", "the same");
            entry.passed();
        }

        @Test
        void strangeNamesAndContents() {
            Ledger.Entry entry = Ledger.of(Attaching.class, "strangeNamesAndContents");
            attach(entry, "zwölf \ud83d\ude00 (1).txt", "zwölf \ud83d\ude00\r\n\t\u0000");
            attach(entry, "empty", "");
            entry.passed();
        }

        @Test
        void aFile() throws IOException {
            Ledger.Entry entry = Ledger.of(Attaching.class, "aFile").file("receipt.txt", "12 €");
            Path file = Files.writeString(Path.of("receipt.txt"), "12 €");
            Attest.attach(file);
            Files.writeString(file, "changed afterwards");
            entry.passed();
        }

        @Test
        void fromAThreadThatItMakes() throws InterruptedException {
            Ledger.Entry entry = Ledger.of(Attaching.class, "fromAThreadThatItMakes");
            Thread child = new Thread(() -> attach(entry, "child.txt", "of the child"));
            child.start();
            child.join();
            entry.passed();
        }

        @RepeatedTest(3)
        void eachItsOwn(RepetitionInfo info) {
            int number = info.getCurrentRepetition();
            Ledger.Entry entry = Ledger.of(
                    Attaching.class,
                    "eachItsOwn",
                    "Attaching › eachItsOwn(RepetitionInfo) › repetition " + number + " of 3");
            attach(entry, "number.txt", String.valueOf(number));
            entry.passed();
        }

        @TestFactory
        Stream<DynamicTest> made() {
            return Stream.of("a", "b")
                    .map(name -> DynamicTest.dynamicTest(name, () -> {
                        Ledger.Entry entry = Ledger.of(Attaching.class, "made", "Attaching › made() › " + name);
                        attach(entry, name + ".txt", "of " + name);
                        entry.passed();
                    }));
        }
    }

    @Fixture
    static class AroundTheBody {
        private Ledger.Entry entry;

        @BeforeEach
        void prepare(TestInfo info) {
            entry = Ledger.of(
                    info.getTestClass().orElseThrow(),
                    info.getTestMethod().orElseThrow().getName());
            attach(entry, "before.txt", "before");
        }

        @Test
        void one() {
            attach(entry, "body.txt", "body");
            throw entry.failed("in between");
        }

        @AfterEach
        void tidy() {
            attach(entry, "after.txt", "after");
        }

        @Nested
        class Inner {
            @Test
            void two() {
                attach(entry, "inner.txt", "inner");
                entry.passed();
            }
        }
    }

    @Fixture
    static class OfAFailingSetUp {
        @BeforeEach
        void prepare() {
            Ledger.Entry entry = Ledger.of(OfAFailingSetUp.class, "one");
            attach(entry, "set-up.txt", "so far");
            throw entry.failed("no water");
        }

        @Test
        void one() {}
    }

    @Fixture
    static class Saying {
        @Test
        void comments() {
            Ledger.of(Saying.class, "comments")
                    .comment("two items")
                    .comment("zwölf \ud83d\ude00")
                    .passed();
            Attest.comment("two items");
            Attest.comment("zwölf \ud83d\ude00");
        }

        @Test
        void publishesEntries(TestReporter reporter) {
            Ledger.of(Saying.class, "publishesEntries", "Saying › publishesEntries(TestReporter)")
                    .comment("browser: chromium")
                    .comment("value: no key")
                    .failed("after all that");
            reporter.publishEntry("browser", "chromium");
            reporter.publishEntry("no key");
            throw new AssertionError("after all that");
        }
    }
}

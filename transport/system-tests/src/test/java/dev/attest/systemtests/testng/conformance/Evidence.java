package dev.attest.systemtests.testng.conformance;

import dev.attest.Attest;
import dev.attest.testkit.Ledger;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.ITestResult;
import org.testng.Reporter;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.attach;
import static dev.attest.systemtests.testng.conformance.Entries.test;

/** What tests attach and say. */
public final class Evidence {

    static final String CONSOLE = "Standard_Console_Output.log";

    private Evidence() {}

    public static class Attaching {
        @Test
        public void whilePassing() {
            Ledger.Entry entry = test(Attaching.class, "whilePassing");
            attach(entry, "page.html", "<p>");
            entry.passed();
        }

        @Test
        public void beforeFailing() {
            Ledger.Entry entry = test(Attaching.class, "beforeFailing");
            attach(entry, "page.html", "<p>");
            throw entry.failed("no button");
        }

        @Test
        public void beforeSkipping() {
            Ledger.Entry entry = test(Attaching.class, "beforeSkipping");
            attach(entry, "page.html", "<p>");
            entry.assumed("enough seen");
            throw new SkipException("enough seen");
        }

        @Test
        public void twoOfOneName() {
            Ledger.Entry entry = test(Attaching.class, "twoOfOneName");
            attach(entry, "page.html", "first");
            attach(entry, "page.html", "second");
            entry.passed();
        }

        @Test
        public void strangeNamesAndContents() {
            Ledger.Entry entry = test(Attaching.class, "strangeNamesAndContents");
            attach(entry, "zwölf \ud83d\ude00 (1).txt", "zwölf \ud83d\ude00\r\n\t\u0000");
            attach(entry, "empty", "");
            entry.passed();
        }

        @Test
        public void aFile() throws IOException {
            Ledger.Entry entry = test(Attaching.class, "aFile").file("receipt.txt", "12 €");
            Path file = Files.writeString(Path.of("receipt.txt"), "12 €");
            Attest.attach(file);
            Files.writeString(file, "changed afterwards");
            entry.passed();
        }

        @Test
        public void fromAThreadThatItMakes() throws InterruptedException {
            Ledger.Entry entry = test(Attaching.class, "fromAThreadThatItMakes");
            Thread child = new Thread(() -> attach(entry, "child.txt", "of the child"));
            child.start();
            child.join();
            entry.passed();
        }
    }

    public static class AroundTheBody {
        @BeforeMethod
        public void prepare(Method upcoming) {
            attach(test(AroundTheBody.class, upcoming.getName()), "before.txt", "before " + upcoming.getName());
        }

        @Test
        public void one() {
            Ledger.Entry entry = test(AroundTheBody.class, "one");
            attach(entry, "body.txt", "body of one");
            throw entry.failed("in between");
        }

        @Test
        public void two() {
            Ledger.Entry entry = test(AroundTheBody.class, "two");
            attach(entry, "body.txt", "body of two");
            entry.passed();
        }

        @AfterMethod
        public void tidy(ITestResult result) {
            String method = result.getMethod().getMethodName();
            attach(test(AroundTheBody.class, method), "after.txt", "after " + method);
        }
    }

    public static class BeforeTheFirst {
        /** It is nobody's: nothing is published of it. */
        @BeforeClass
        public void open() {
            Attest.comment("opened");
        }

        @Test
        public void one() {
            test(BeforeTheFirst.class, "one").passed();
        }
    }

    public static class Saying {
        @Test
        public void comments() {
            test(Saying.class, "comments")
                    .comment("two items")
                    .comment("zwölf \ud83d\ude00")
                    .passed();
            Attest.comment("two items");
            Attest.comment("zwölf \ud83d\ude00");
        }

        @Test
        public void logsAndFails() {
            Reporter.log("pressed <b>Buy</b>");
            Reporter.log("waited");
            throw test(Saying.class, "logsAndFails")
                    .file(CONSOLE, "pressed <b>Buy</b>\nwaited\n")
                    .failed("no receipt");
        }

        @Test
        public void logsAndPasses() {
            Reporter.log("pressed");
            test(Saying.class, "logsAndPasses").passed();
        }
    }

    public static class LoggingAllAround {
        @BeforeMethod
        public void prepare() {
            Reporter.log("prepare");
        }

        @Test
        public void fails() {
            Reporter.log("press");
            throw test(LoggingAllAround.class, "fails")
                    .file(CONSOLE, "prepare\npress\ntidy\nlock\n")
                    .failed("no receipt");
        }

        @AfterMethod
        public void tidy() {
            Reporter.log("tidy");
        }

        @AfterMethod(dependsOnMethods = "tidy")
        public void lock() {
            Reporter.log("lock");
        }
    }
}

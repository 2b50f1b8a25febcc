package dev.attest.systemtests.testng.conformance;

import dev.attest.testkit.Ledger;
import java.util.concurrent.atomic.AtomicInteger;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.attach;
import static dev.attest.systemtests.testng.conformance.Entries.test;

/** Tests that may take a certain time, and run on threads of their own for it. */
public final class Timeouts {

    private Timeouts() {}

    public static class InTime {
        @Test(timeOut = 30_000)
        public void passes() {
            Ledger.Entry entry = test(InTime.class, "passes");
            attach(entry, "page.html", "<p>");
            entry.passed();
        }

        @Test(timeOut = 30_000)
        public void fails() {
            Ledger.Entry entry = test(InTime.class, "fails");
            attach(entry, "page.html", "<br>");
            throw entry.failed("no button");
        }
    }

    public static class TooLate {
        private static final AtomicInteger NUMBER = new AtomicInteger();

        @Test(timeOut = 100)
        public void sleeps() throws InterruptedException {
            Ledger.Entry entry = test(TooLate.class, "sleeps");
            attach(entry, "page.html", "<hr>");
            entry.failed("Method " + TooLate.class.getName() + ".sleeps() didn't finish within the time-out 100");
            Thread.sleep(60_000);
        }

        @Test(invocationCount = 4, threadPoolSize = 2, timeOut = 30_000)
        public void inAPool() {
            int number = NUMBER.incrementAndGet();
            test(TooLate.class, "inAPool", "inAPool › [" + number + "]").passed();
        }
    }
}

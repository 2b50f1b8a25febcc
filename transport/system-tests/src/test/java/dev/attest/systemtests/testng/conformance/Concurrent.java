package dev.attest.systemtests.testng.conformance;

import dev.attest.Attest;
import dev.attest.testkit.Ledger;
import java.util.stream.IntStream;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Factory;
import org.testng.annotations.Test;

import static dev.attest.systemtests.testng.conformance.Entries.attach;
import static dev.attest.systemtests.testng.conformance.Entries.test;

/** Tests on several threads at once, each instance on its own. */
public final class Concurrent {

    private Concurrent() {}

    public static class OnSeveralThreads {
        private final int number;

        OnSeveralThreads(int number) {
            this.number = number;
        }

        @Factory
        public static Object[] make() {
            return IntStream.rangeClosed(1, 40).mapToObj(OnSeveralThreads::new).toArray();
        }

        @BeforeMethod
        public void setUp() {
            attach(entry(), "before.txt", "before " + number);
        }

        @Test
        public void works() {
            String own = "work of " + number;
            Ledger.Entry entry = entry().comment(own);
            Attest.comment(own);
            attach(entry, own + ".txt", own);
            if (number % 3 == 0) {
                throw entry.failed(own);
            }
            entry.passed();
        }

        @AfterMethod
        public void tearDown() {
            attach(entry(), "after.txt", "after " + number);
        }

        private Ledger.Entry entry() {
            return test(OnSeveralThreads.class, "works", "[" + number + "] no. " + number + " › works");
        }

        @Override
        public String toString() {
            return "no. " + number;
        }
    }
}

package dev.attest.systemtests.junit5.conformance;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.util.concurrent.atomic.AtomicInteger;
import org.junitpioneer.jupiter.RetryingTest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Tests that Pioneer tries again when they fail. */
final class Retried {

    private Retried() {}

    private static Ledger.Entry attempt(Class<?> type, String method, AtomicInteger runs) {
        int number = runs.incrementAndGet();
        Ledger.Entry entry = Ledger.of(type, method).attempt(number);
        entry.file("attempt.txt", method + " " + number);
        Attest.attach("attempt.txt", method + " " + number, AttachmentType.GENERAL_ATTACHMENT);
        return entry;
    }

    @Fixture
    static class UntilItPasses {
        private static final AtomicInteger RUNS = new AtomicInteger();

        @RetryingTest(maxAttempts = 3)
        void passesAtTheThird() {
            Ledger.Entry entry = attempt(UntilItPasses.class, "passesAtTheThird", RUNS);
            if (entry.attempt() < 3) {
                throw entry.failed("not yet: " + entry.attempt());
            }
            entry.passed();
        }
    }

    @Fixture
    static class InVain {
        /** Pioneer puts it in the place of the last failure. */
        private static final String SUMMARY = String.join(
                System.lineSeparator(),
                "Test execution #3 (of up to 3 with at least 1 successes) failed"
                        + " ~> test fails - see cause for details (3 failures)",
                "\torg.opentest4j.TestAbortedException: no. 1",
                "Test execution #1 (of up to 3) failed ~> will retry in 0 ms...",
                "\torg.opentest4j.TestAbortedException: no. 2",
                "Test execution #2 (of up to 3) failed ~> will retry in 0 ms...",
                "\torg.opentest4j.TestAbortedException: no. 3",
                "Test execution #3 (of up to 3) failed ~> will not retry any more");

        private static final AtomicInteger RUNS = new AtomicInteger();

        @RetryingTest(maxAttempts = 3)
        void neverPasses() {
            Ledger.Entry entry = attempt(InVain.class, "neverPasses", RUNS);
            AssertionError error = new AssertionError("no. " + entry.attempt());
            throw entry.failed(error, entry.attempt() < 3 ? error.getMessage() : SUMMARY);
        }
    }

    @Fixture
    static class WithoutNeed {
        private static final AtomicInteger RUNS = new AtomicInteger();

        @RetryingTest(maxAttempts = 3)
        void passesAtOnce() {
            attempt(WithoutNeed.class, "passesAtOnce", RUNS).passed();
        }
    }

    @Fixture
    static class Assuming {
        @RetryingTest(maxAttempts = 3)
        void assumes() {
            Ledger.of(Assuming.class, "assumes")
                    .assumed("Test execution was skipped, possibly because of a failed assumption.");
            assumeTrue(false, "not today");
        }
    }
}

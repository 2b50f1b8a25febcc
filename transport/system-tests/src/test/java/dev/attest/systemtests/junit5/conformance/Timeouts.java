package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Tests that wait for what never comes. They say so beforehand, for they may be interrupted as soon as they begin. */
final class Timeouts {

    private Timeouts() {}

    private static void waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Fixture
    static class OnTheSameThread {
        static {
            Ledger.of(OnTheSameThread.class, "sleeps").failed("sleeps() timed out after 20 milliseconds");
        }

        @Test
        @Timeout(value = 20, unit = TimeUnit.MILLISECONDS)
        void sleeps() throws InterruptedException {
            waitForEver();
        }

        @Test
        @Timeout(value = 1, unit = TimeUnit.MINUTES)
        void isQuick() {
            Ledger.of(OnTheSameThread.class, "isQuick").passed();
        }

        @Test
        void assertsThatItIsQuick() {
            Ledger.of(OnTheSameThread.class, "assertsThatItIsQuick").failed("execution timed out after 20 ms");
            assertTimeoutPreemptively(Duration.ofMillis(20), Timeouts::waitForEver);
        }
    }

    @Fixture
    static class InBeforeEach {
        static {
            Ledger.of(InBeforeEach.class, "neverBegins").failed("prepare() timed out after 20 milliseconds");
        }

        @BeforeEach
        @Timeout(value = 20, unit = TimeUnit.MILLISECONDS)
        void prepare() throws InterruptedException {
            waitForEver();
        }

        @Test
        void neverBegins() {}
    }

    @Fixture
    static class OnAThreadOfItsOwnSince59 {
        static {
            Ledger.of(OnAThreadOfItsOwnSince59.class, "sleeps").failed("sleeps() timed out after 20 milliseconds");
        }

        @Test
        @Timeout(value = 20, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void sleeps() throws InterruptedException {
            waitForEver();
        }

        @Test
        @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void fails() {
            throw Ledger.of(OnAThreadOfItsOwnSince59.class, "fails").failed("on another thread");
        }
    }
}

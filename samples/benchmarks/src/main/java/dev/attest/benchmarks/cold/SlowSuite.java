package dev.attest.benchmarks.cold;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** 200 tests that wait most of their time, as tests with a browser do. Each tenth fails. */
final class SlowSuite {

    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    @RepeatedTest(200)
    void waits(RepetitionInfo repetition) {
        System.out.println("opens the page");
        LockSupport.parkNanos(NANOS);
        System.out.println("has found the button");
        assertNotEquals(0, repetition.getCurrentRepetition() % 10);
    }
}

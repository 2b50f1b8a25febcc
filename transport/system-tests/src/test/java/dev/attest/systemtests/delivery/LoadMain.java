package dev.attest.systemtests.delivery;

import dev.attest.internal.runtime.AttestRuntime;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.TestRecorder;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;

/**
 * A JVM that reports so many tests, and says how long it took and how much of the heap was still in use after a full
 * collection, four times a second. Without a framework, which keeps each test in the heap.
 */
final class LoadMain {

    private LoadMain() {}

    /** @param arguments how many tests, and how many microseconds each of them takes */
    public static void main(String[] arguments) {
        int tests = Integer.parseInt(arguments[0]);
        long nanos = Long.parseLong(arguments[1]) * 1000;
        LongAccumulator live = new LongAccumulator(Math::max, 0);
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
        looks.scheduleWithFixedDelay(() -> live.accumulate(liveHeap()), 250, 250, TimeUnit.MILLISECONDS);
        TestRecorder recorder = AttestRuntime.shared().planStarted(Map.of());
        long began = System.nanoTime();
        for (int number = 1; number <= tests; number++) {
            report(recorder, number, nanos);
        }
        long over = System.nanoTime();
        AttestRuntime.shared().planFinished();
        AttestRuntime.shared().sessionClosed();
        looks.shutdownNow();
        System.out.printf(
                "load: %d tests in %.1f s, the end %.1f s, at most %.1f MB of heap in use after a full collection%n",
                tests, seconds(over - began), seconds(System.nanoTime() - over), live.get() / 1e6);
    }

    private static void report(TestRecorder recorder, int number, long nanos) {
        String name = "passes(" + number + ")";
        TestDescription test = new TestDescription(
                new TestId("load", "com.example.shop.CheckoutTest", "passes(int)", "#" + number),
                "CheckoutTest › " + name,
                List.of());
        recorder.started(name, test);
        LockSupport.parkNanos(nanos);
        recorder.finished(name, Outcome.PASSED, null);
    }

    private static double seconds(long nanos) {
        return Duration.ofNanos(nanos).toMillis() / 1e3;
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

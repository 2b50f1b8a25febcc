package dev.attest.junit5.live;

import dev.attest.Recorder;
import dev.attest.Reporting;
import dev.attest.model.Outcome;
import dev.attest.model.TestDescription;
import dev.attest.model.TestId;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A JVM that reports so many tests, and says how long it took and how much of the heap was in use after a collection at
 * most. Without a framework, which keeps each test in the heap.
 */
final class LoadMain {

    private LoadMain() {}

    /** @param arguments how many tests, and how many microseconds each of them takes */
    public static void main(String[] arguments) {
        int tests = Integer.parseInt(arguments[0]);
        long nanos = Long.parseLong(arguments[1]) * 1000;
        Recorder recorder = Reporting.shared().planStarted(Map.of());
        long began = System.nanoTime();
        for (int number = 1; number <= tests; number++) {
            report(recorder, number, nanos);
        }
        long over = System.nanoTime();
        Reporting.shared().planFinished();
        Reporting.shared().sessionClosed();
        System.out.printf(
                "load: %d tests in %.1f s, the end %.1f s, at most %.1f MB of heap after a collection%n",
                tests, seconds(over - began), seconds(System.nanoTime() - over), heapAfterCollections() / 1e6);
    }

    private static void report(Recorder recorder, int number, long nanos) {
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

    private static long heapAfterCollections() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .filter(pool ->
                        pool.getName().contains("Tenured") || pool.getName().contains("Old"))
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}

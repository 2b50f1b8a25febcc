package dev.attest.internal.recorder;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tests whose instances are being created. JUnit creates the instance before it names the test. Output, attachments
 * and comments of the constructor wait for the next test that begins on the thread. Thread-safe.
 */
final class TestsUnderConstruction {

    private final Map<Thread, String> keys = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, RunningTest> running;
    private final Supplier<RunningTest> newPendingTest;

    TestsUnderConstruction(Map<String, RunningTest> running, Supplier<RunningTest> newPendingTest) {
        this.running = running;
        this.newPendingTest = newPendingTest;
    }

    String key() {
        return keys.computeIfAbsent(Thread.currentThread(), thread -> {
            String key = "upcoming-" + count.incrementAndGet();
            running.put(key, newPendingTest.get());
            return key;
        });
    }

    /** Removes and returns the pending test of the calling thread, or null. */
    @Nullable
    RunningTest take() {
        String key = keys.remove(Thread.currentThread());
        return key == null ? null : running.remove(key);
    }

    void takeAll(BiConsumer<Thread, RunningTest> action) {
        keys.forEach((thread, key) -> {
            RunningTest pending = running.remove(key);
            if (pending != null) {
                action.accept(thread, pending);
            }
        });
        keys.clear();
    }
}

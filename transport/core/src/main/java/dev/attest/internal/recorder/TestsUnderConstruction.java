package dev.attest.internal.recorder;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tests whose instances are being made: JUnit makes the instance before it says which test it is for. What the
 * constructor prints, attaches and says waits for the test that begins next on the thread. Thread-safe.
 */
final class TestsUnderConstruction {

    private final Map<Thread, String> keys = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, RunningTest> running;
    private final Supplier<RunningTest> make;

    /** @param running where a test is found by its key */
    TestsUnderConstruction(Map<String, RunningTest> running, Supplier<RunningTest> make) {
        this.running = running;
        this.make = make;
    }

    /** Returns the key of the test that comes next on the calling thread. */
    String key() {
        return keys.computeIfAbsent(Thread.currentThread(), thread -> {
            String key = "upcoming-" + made.incrementAndGet();
            running.put(key, make.get());
            return key;
        });
    }

    /** Returns what waits for the test that begins on the calling thread, or null; from now on for the one after it. */
    @Nullable
    RunningTest take() {
        String key = keys.remove(Thread.currentThread());
        return key == null ? null : running.remove(key);
    }

    /** Takes what waits for tests that never came. */
    void takeAll(BiConsumer<Thread, RunningTest> left) {
        keys.forEach((thread, key) -> {
            RunningTest waiting = running.remove(key);
            if (waiting != null) {
                left.accept(thread, waiting);
            }
        });
        keys.clear();
    }
}

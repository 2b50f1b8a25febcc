package dev.attest.internal.browser;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The drivers that tests passed to {@code Attest.watch}, by thread. They are held weakly. */
final class WatchedDrivers {

    /** A driver, and the test that watches it; null outside of tests. */
    private record Entry(
            WeakReference<Object> driver, @Nullable String test) {}

    @SuppressWarnings("ThreadLocalUsage") // each run has its own drivers
    private final ThreadLocal<@Nullable List<Entry>> entries = new ThreadLocal<>();

    private volatile boolean any;

    /** Returns whether any thread has watched a driver. */
    boolean areAny() {
        return any;
    }

    /** Adds a driver of the calling thread, for a test or, if that is null, for all tests of the thread. */
    void add(Object driver, @Nullable String test) {
        List<Entry> drivers = ofThread();
        for (Iterator<Entry> each = drivers.iterator(); each.hasNext(); ) {
            if (each.next().driver().get() == null) {
                each.remove();
            }
        }
        any = true;
        drivers.add(new Entry(new WeakReference<>(driver), test));
    }

    /** Returns the drivers of the calling thread for this test, and those that were added outside of tests. */
    List<Object> of(String test) {
        List<Object> drivers = new ArrayList<>();
        for (Entry entry : ofThread()) {
            Object driver = entry.test() == null || entry.test().equals(test)
                    ? entry.driver().get()
                    : null;
            if (driver != null) {
                drivers.add(driver);
            }
        }
        return List.copyOf(drivers);
    }

    private List<Entry> ofThread() {
        List<Entry> drivers = entries.get();
        if (drivers == null) {
            drivers = new ArrayList<>();
            entries.set(drivers);
        }
        return drivers;
    }
}

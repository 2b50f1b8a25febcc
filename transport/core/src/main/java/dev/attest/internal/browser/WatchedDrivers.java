package dev.attest.internal.browser;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drivers that tests named: known to the thread that named them, and held by whoever uses them, not by this. */
public final class WatchedDrivers {

    /** A driver, and the test that named it; null for one that was named between tests. */
    private record Entry(
            WeakReference<Object> driver, @Nullable String test) {}

    @SuppressWarnings("ThreadLocalUsage") // one for each recording, so that none sees another's drivers
    private final ThreadLocal<List<Entry>> entries = ThreadLocal.withInitial(ArrayList::new);

    /** Adds a driver that the calling thread named within a test, or between tests. */
    public void add(Object driver, @Nullable String test) {
        List<Entry> known = entries.get();
        known.removeIf(entry -> entry.driver().get() == null);
        known.add(new Entry(new WeakReference<>(driver), test));
    }

    /** Returns what the calling thread named within this test, and between tests. */
    public List<Object> of(String test) {
        return entries.get().stream()
                .filter(entry -> entry.test() == null || entry.test().equals(test))
                .map(entry -> entry.driver().get())
                .filter(Objects::nonNull)
                .toList();
    }
}

package dev.attest.internal.browser;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Reads what containers hold: thread locals, maps, collections, arrays, references. */
final class Containers {

    /** An object in a container. */
    record Element(@Nullable Object value, Location location) {}

    /** Of a large container, only the first elements are read: it holds data of the test. */
    private static final int MAX_ELEMENTS = 64;

    private static final int MAX_KEYS = 10_000;

    private final SafeContainers safe;
    private final boolean serial;

    /** @param serial whether no other test runs at the same time */
    Containers(SafeContainers safe, boolean serial) {
        this.safe = safe;
        this.serial = serial;
    }

    /** Returns whether this is a container that can be read. */
    boolean isReadable(Object candidate) {
        return safe.contain(candidate);
    }

    /** Returns what a readable container holds. */
    List<Element> elements(Object container, Location location) {
        if (container instanceof ThreadLocal<?> local) {
            boolean own = !(local instanceof InheritableThreadLocal);
            return List.of(new Element(local.get(), own ? location.ofThisThread() : location));
        }
        if (container instanceof Map<?, ?> map) {
            return elements(map, location);
        }
        if (container instanceof Collection<?> collection) {
            return elements(collection.iterator(), location);
        }
        if (container instanceof Object[] array) {
            return elements(Arrays.asList(array).iterator(), location);
        }
        if (container instanceof AtomicReferenceArray<?> array) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int index = 0; index < Math.min(array.length(), MAX_ELEMENTS); index++) {
                values.add(array.get(index));
            }
            return elements(values.iterator(), location);
        }
        return List.of(new Element(referent(container), location));
    }

    /** Returns the value for a key, or null. Does not ask the map, which may compute a value for a key. */
    @Nullable
    Object valueOf(Map<?, ?> map, String key) {
        if (isReadable(map)) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (key.equals(entry.getKey())) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }

    /** In a map with a key for this thread, the other values belong to other threads. */
    private List<Element> elements(Map<?, ?> map, Location location) {
        List<Element> elements = new ArrayList<>();
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        for (int read = 0; entries.hasNext() && read < MAX_KEYS; read++) {
            Map.Entry<?, ?> entry = entries.next();
            if (isThisThread(entry.getKey())) {
                return List.of(new Element(entry.getValue(), location.ofThisThread()));
            }
            if (elements.size() < MAX_ELEMENTS) {
                elements.add(new Element(entry.getValue(), location.amongOthers()));
            }
        }
        return elements;
    }

    private static List<Element> elements(Iterator<?> values, Location location) {
        List<Element> elements = new ArrayList<>();
        while (values.hasNext() && elements.size() < MAX_ELEMENTS) {
            elements.add(new Element(values.next(), location.amongOthers()));
        }
        return elements;
    }

    /** A number or a name is that of a thread only by chance where there is one thread. */
    private boolean isThisThread(@Nullable Object key) {
        Thread thread = Thread.currentThread();
        return key == thread
                || (!serial
                        && ((key instanceof Number number && isWhole(number) && number.longValue() == thread.getId())
                                || (key instanceof String text && text.equals(thread.getName()))));
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer;
    }

    private static @Nullable Object referent(Object reference) {
        if (reference instanceof AtomicReference<?> atomic) {
            return atomic.get();
        }
        if (reference instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        if (reference instanceof CompletableFuture<?> future) {
            return future.isCompletedExceptionally() ? null : future.getNow(null);
        }
        return reference instanceof Reference<?> referring ? referring.get() : null;
    }
}

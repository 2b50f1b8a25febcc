package dev.attest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which test a thread works for. Each thread has a stack of the tests that began on it, for a work-stealing thread runs
 * another test while it waits; a thread that is made within a test inherits the top of its maker's stack.
 */
final class ActiveTests {

    private static final class Slot {

        private final String key;
        private volatile boolean open = true;

        Slot(String key) {
            this.key = key;
        }
    }

    private final Set<Slot> open = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("ThreadLocalUsage") // one for each recording, so that none sees another's tests
    private final InheritableThreadLocal<Deque<Slot>> stacks = new InheritableThreadLocal<>() {
        @Override
        protected Deque<Slot> initialValue() {
            return new ArrayDeque<>();
        }

        @Override
        protected Deque<Slot> childValue(Deque<Slot> parent) {
            Deque<Slot> child = new ArrayDeque<>();
            Slot top = parent.peek();
            if (top != null) {
                child.push(top);
            }
            return child;
        }
    };

    /** Makes the calling thread work for a test, until the test ends. */
    void begin(String key) {
        Deque<Slot> stack = stacks.get();
        dropClosed(stack);
        Slot top = stack.peek();
        if (top == null || !top.key.equals(key)) {
            Slot slot = new Slot(key);
            open.add(slot);
            stack.push(slot);
        }
    }

    /** Ends a test, from any thread. */
    void end(String key) {
        open.removeIf(slot -> {
            if (slot.key.equals(key)) {
                slot.open = false;
            }
            return !slot.open;
        });
        dropClosed(stacks.get());
    }

    /**
     * Returns the test that the calling thread works for: the one on top of its stack that has not ended; for a thread
     * that has none, such as one of a pool, the only test that is running at all.
     */
    Optional<String> current() {
        Deque<Slot> stack = stacks.get();
        dropClosed(stack);
        Slot top = stack.peek();
        if (top != null) {
            return Optional.of(top.key);
        }
        var running = open.iterator();
        if (!running.hasNext()) {
            return Optional.empty();
        }
        String only = running.next().key;
        return running.hasNext() ? Optional.empty() : Optional.of(only);
    }

    private static void dropClosed(Deque<Slot> stack) {
        for (Slot top = stack.peek(); top != null && !top.open; top = stack.peek()) {
            stack.pop();
        }
    }
}

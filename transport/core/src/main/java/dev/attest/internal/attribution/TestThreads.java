package dev.attest.internal.attribution;

import dev.attest.internal.attribution.Attribution.Certainty;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Which test a thread works for. Each thread has a stack of the tests that began on it, for a work-stealing thread runs
 * another test while it waits; a thread that is made within a test inherits the test that its maker works for.
 */
public final class TestThreads {

    private static final class Slot {

        private final String key;
        private final Thread thread = Thread.currentThread();
        private final int tasks = thread instanceof ForkJoinWorkerThread ? CallStack.tasksOfOthers() : 0;
        private volatile boolean open = true;

        Slot(String key) {
            this.key = key;
        }
    }

    /** What a thread is at. Only that thread uses it, but for a child, which reads it while it is made. */
    private static final class Work {

        private final Deque<Slot> stack = new ArrayDeque<>();
        private @Nullable Slot inherited;
        private boolean doubted;
        private boolean startedForThis;

        @Nullable
        Slot top() {
            while (!stack.isEmpty() && !stack.peek().open) {
                stack.pop();
            }
            return stack.peek();
        }

        /** Returns who called. A thread that was started for its work is so for life. */
        CallStack.Caller caller() {
            if (startedForThis) {
                return CallStack.Caller.THREAD;
            }
            CallStack.Caller caller = CallStack.caller();
            startedForThis = caller == CallStack.Caller.THREAD;
            return caller;
        }
    }

    private final Set<Slot> open = ConcurrentHashMap.newKeySet();
    private volatile boolean parallel;

    @SuppressWarnings("ThreadLocalUsage") // one for each recording, so that none sees another's tests
    private final InheritableThreadLocal<Work> works = new InheritableThreadLocal<>() {
        @Override
        protected Work initialValue() {
            return new Work();
        }

        @Override
        protected Work childValue(Work parent) {
            Work child = new Work();
            try {
                inherit(parent, child);
            } catch (RuntimeException | StackOverflowError e) {
                child.inherited = null; // a thread of a test must be made, whatever becomes of its output
            }
            return child;
        }
    };

    /** Makes the calling thread work for a test, until the test ends. */
    public void begin(String key) {
        Work work = works.get();
        Slot top = work.top();
        if (top == null || !top.key.equals(key)) {
            Slot slot = new Slot(key);
            open.add(slot);
            work.stack.push(slot);
            if (open.stream().anyMatch(other -> other.thread != slot.thread)) {
                parallel = true;
            }
        }
    }

    /** Ends a test, from any thread. */
    public void end(String key) {
        open.removeIf(slot -> {
            if (slot.key.equals(key)) {
                slot.open = false;
            }
            return !slot.open;
        });
    }

    /**
     * Returns the test that the calling thread works for: the one on top of its stack that has not ended; for a thread
     * that has none, such as one of a pool, the only test that is running at all.
     */
    public Optional<String> current() {
        String key = owner().key();
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** Returns the test that the calling thread works for, and how sure that is. */
    public Attribution owner() {
        return owner(works.get());
    }

    private Attribution owner(Work work) {
        Slot own = work.top();
        if (own != null) {
            return isOfOthers(own) ? Attribution.NONE : new Attribution(Certainty.CERTAIN, own.key);
        }
        Slot maker = work.inherited;
        boolean within = maker != null && maker.open;
        return switch (work.caller()) {
            case CONSTRUCTION -> Attribution.NEXT;
            case FRAMEWORK -> Attribution.NONE;
            case DELEGATE -> within ? ofMaker(maker, work.doubted) : Attribution.NONE;
            case THREAD -> within ? ofMaker(maker, work.doubted) : maker == null ? theOnlyOne() : Attribution.NONE;
            case POOL -> within ? ofMaker(maker, true) : theOnlyOne();
        };
    }

    private Attribution ofMaker(@Nullable Slot maker, boolean doubted) {
        return maker == null
                ? Attribution.NONE
                : new Attribution(doubted && (parallel || !isAlone()) ? Certainty.MAKER : Certainty.CERTAIN, maker.key);
    }

    private boolean isOfOthers(Slot own) {
        return Thread.currentThread() instanceof ForkJoinWorkerThread
                && !isAlone()
                && CallStack.tasksOfOthersInTest() > 0
                && CallStack.tasksOfOthers() > own.tasks;
    }

    private Attribution theOnlyOne() {
        Iterator<Slot> running = open.iterator();
        if (!running.hasNext()) {
            return Attribution.NONE;
        }
        String only = running.next().key;
        return running.hasNext()
                ? Attribution.NONE
                : new Attribution(parallel ? Certainty.LEFT_ALONE : Certainty.CERTAIN, only);
    }

    private boolean isAlone() {
        Iterator<Slot> running = open.iterator();
        return !running.hasNext() || running.next() == null || !running.hasNext();
    }

    private void inherit(Work parent, Work child) {
        Attribution owner = owner(parent);
        child.inherited = parent.inherited;
        child.doubted = owner.certainty() != Certainty.CERTAIN;
        for (Slot slot : open) {
            if (slot.key.equals(owner.key())) {
                child.inherited = slot;
            }
        }
    }
}

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
 * Tracks which test a thread works for. Each thread has a stack of the tests that began on it, because a work-stealing
 * thread runs another test while it waits. A thread that is created within a test inherits the test of its creator.
 */
public final class TestThreads {

    private static final class Slot {

        private final String key;
        private final Thread thread = Thread.currentThread();
        private final int stolenTasks = thread instanceof ForkJoinWorkerThread ? CallStack.stolenTasks() : 0;
        private volatile boolean open = true;

        Slot(String key) {
            this.key = key;
        }
    }

    /** The tests of one thread. Only it uses them; a new thread reads those of its creator while it is constructed. */
    private static final class ThreadTests {

        private final Deque<Slot> stack = new ArrayDeque<>();
        private @Nullable Slot inherited;
        private boolean uncertain;
        private boolean dedicated;

        @Nullable
        Slot top() {
            while (!stack.isEmpty() && !stack.peek().open) {
                stack.pop();
            }
            return stack.peek();
        }

        /** Returns the origin of the call. A thread that was started for its work never changes its origin. */
        CallStack.Caller caller() {
            if (dedicated) {
                return CallStack.Caller.THREAD;
            }
            CallStack.Caller caller = CallStack.caller();
            dedicated = caller == CallStack.Caller.THREAD;
            return caller;
        }
    }

    private final Set<Slot> open = ConcurrentHashMap.newKeySet();
    private volatile boolean parallel;
    private volatile Runnable beforeLookup = () -> {};

    @SuppressWarnings("ThreadLocalUsage") // one for each recording, so that none sees another's tests
    private final InheritableThreadLocal<ThreadTests> testsOfThread = new InheritableThreadLocal<>() {
        @Override
        protected ThreadTests initialValue() {
            return new ThreadTests();
        }

        @Override
        protected ThreadTests childValue(ThreadTests parent) {
            ThreadTests child = new ThreadTests();
            try {
                inherit(parent, child);
            } catch (RuntimeException | StackOverflowError e) {
                child.inherited = null; // the test must get its thread, even if its output is not attributed
            }
            return child;
        }
    };

    /** Assigns the calling thread to a test until the test ends. */
    public void begin(String key) {
        ThreadTests tests = testsOfThread.get();
        Slot top = tests.top();
        if (top == null || !top.key.equals(key)) {
            Slot slot = new Slot(key);
            open.add(slot);
            tests.stack.push(slot);
            if (open.stream().anyMatch(other -> other.thread != slot.thread)) {
                parallel = true;
            }
        }
    }

    /** Ends a test. Any thread may call this. */
    public void end(String key) {
        open.removeIf(slot -> {
            if (slot.key.equals(key)) {
                slot.open = false;
            }
            return !slot.open;
        });
    }

    /** Sets what {@link #current} runs first, on the calling thread. */
    public void beforeLookup(Runnable action) {
        beforeLookup = action;
    }

    /** Returns the key of the test that the calling thread works for; empty if there is none, or it is unclear. */
    public Optional<String> current() {
        beforeLookup.run();
        String key = owner().key();
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** Returns the test that the calling thread works for, and how certain that is. */
    public Attribution owner() {
        return owner(testsOfThread.get());
    }

    private Attribution owner(ThreadTests tests) {
        Slot own = tests.top();
        if (own != null) {
            return runsStolenTask(own) ? Attribution.NONE : new Attribution(Certainty.CERTAIN, own.key);
        }
        Slot creator = tests.inherited;
        Slot running = creator != null && creator.open ? creator : null;
        return switch (tests.caller()) {
            case CONSTRUCTION -> Attribution.NEXT;
            case FRAMEWORK -> Attribution.NONE;
            case DELEGATE -> fromCreator(running, tests.uncertain);
            case THREAD -> creator == null ? onlyRunning() : fromCreator(running, tests.uncertain);
            case POOL -> running == null ? onlyRunning() : fromCreator(running, true);
        };
    }

    private Attribution fromCreator(@Nullable Slot creator, boolean uncertain) {
        if (creator == null) {
            return Attribution.NONE;
        }
        boolean shared = uncertain && (parallel || !isAlone());
        return new Attribution(shared ? Certainty.MAKER : Certainty.CERTAIN, creator.key);
    }

    private boolean runsStolenTask(Slot own) {
        return Thread.currentThread() instanceof ForkJoinWorkerThread
                && !isAlone()
                && CallStack.stolenTasksInTest() > 0
                && CallStack.stolenTasks() > own.stolenTasks;
    }

    private Attribution onlyRunning() {
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
        return open.size() <= 1;
    }

    private void inherit(ThreadTests parent, ThreadTests child) {
        Attribution owner = owner(parent);
        child.inherited = parent.inherited;
        child.uncertain = owner.certainty() != Certainty.CERTAIN;
        for (Slot slot : open) {
            if (slot.key.equals(owner.key())) {
                child.inherited = slot;
            }
        }
    }
}

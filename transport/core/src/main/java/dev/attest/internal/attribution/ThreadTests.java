package dev.attest.internal.attribution;

import dev.attest.internal.guard.EventThreads;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * The tests of one thread. Only it uses them, or a thread that runs an event for it; a new thread reads those of its
 * creator while it is constructed.
 */
final class ThreadTests {

    /** A test that began on a thread. */
    static final class Slot {

        final String key;
        final Thread thread;
        final int stolenTasks;
        private final @Nullable Slot outer;
        volatile boolean open = true;

        Slot(String key, ThreadTests tests) {
            this.key = key;
            this.thread = tests.thread();
            this.stolenTasks = tests.stolenTasks();
            this.outer = tests.top();
        }
    }

    private @Nullable Thread thread;

    @Nullable
    Slot top;

    @Nullable
    Slot inherited;

    boolean uncertain;
    private boolean dedicated;
    boolean hosts;

    /** Whether an event of this thread runs, here or on another thread. */
    boolean inEvent;

    /** Value of {@link System#nanoTime} at which this thread was told of the event. */
    long toldNanos;

    /** Starts when the event is over. */
    @Nullable
    Stopwatch starting;

    /** Whether another thread runs an event for this one, and the number of stolen tasks on this one meanwhile. */
    boolean away;

    int stolenTasksWhileAway;

    /** An event of this thread that takes too long to wait for. */
    EventThreads.@Nullable Task late;

    Thread thread() {
        Thread own = thread == null ? Thread.currentThread() : thread;
        thread = own;
        return own;
    }

    int stolenTasks() {
        if (away) {
            return stolenTasksWhileAway;
        }
        return thread() instanceof ForkJoinWorkerThread ? CallStack.stolenTasks() : 0;
    }

    @Nullable
    Slot top() {
        Slot innermost = top;
        while (innermost != null && !innermost.open) {
            innermost = innermost.outer;
        }
        top = innermost;
        return innermost;
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

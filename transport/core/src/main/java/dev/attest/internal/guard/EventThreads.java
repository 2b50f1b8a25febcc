package dev.attest.internal.guard;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/**
 * Threads that run events for threads of tests, which wait until the event is over. What holds on the thread of a test
 * only, such as a static mock of {@code Instant} or {@code Files}, does not reach them. Thread-safe.
 *
 * <p>The calling thread uses nothing but monitors: here it calls no static method but those of {@code Thread} and
 * {@code System}, which Mockito does not mock, creates no lambda, and loads no class that is not loaded yet. Any of
 * them could need what the test mocks.
 */
public final class EventThreads implements Closeable {

    /** If all of them are busy, further events wait. */
    private static final int MOST_THREADS = 64;

    private static final int MOST_IDLE = 2;

    /** More than the copy of a large file takes. */
    private static final long PATIENCE_MILLIS = 20_000;

    /** An event that a thread has handed over. */
    public static final class Task {

        private final Runnable event;
        private final @Nullable ClassLoader loader;
        private @Nullable Task next;
        private @Nullable Throwable thrown;
        private boolean done;

        Task(Runnable event, @Nullable ClassLoader loader) {
            this.event = event;
            this.loader = loader;
        }

        /** Runs the event on the calling thread. */
        private void run() {
            try {
                takeLoader();
                event.run();
            } catch (Throwable e) {
                thrown = e;
            } finally {
                end();
            }
        }

        private void takeLoader() {
            try {
                Thread.currentThread().setContextClassLoader(loader);
            } catch (SecurityException e) {
                // A security manager of the test denies it. The event has the loader of the one before it.
            }
        }

        private synchronized void end() {
            done = true;
            notifyAll();
        }

        /** Waits for the end even if the calling thread is interrupted, and leaves it interrupted then. */
        private synchronized boolean await(long patienceMillis) {
            boolean interrupted = false;
            long started = System.nanoTime();
            long left = patienceMillis;
            while (!done && left > 0) {
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                left = patienceMillis - (System.nanoTime() - started) / 1_000_000;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            return done;
        }
    }

    private final long patienceMillis;
    private final @Nullable StaticMocks mocks;
    private volatile boolean used;
    private @Nullable Task first;
    private @Nullable Task last;
    private int threads = 1;
    private int idle;
    private boolean closed;
    private volatile boolean gaveUp;

    /** Starts the first thread. All events are run apart. */
    public EventThreads() {
        this(PATIENCE_MILLIS, null);
    }

    EventThreads(long patienceMillis, @Nullable StaticMocks mocks) {
        this.patienceMillis = patienceMillis;
        this.mocks = mocks;
        start(1);
    }

    /** Returns threads for the events of tests; null if no library on their class path mocks for single threads. */
    public static @Nullable EventThreads of(ClassLoader classPath) {
        StaticMocks mocks = StaticMocks.on(classPath);
        return mocks == null ? null : new EventThreads(PATIENCE_MILLIS, mocks);
    }

    /**
     * Returns whether the calling thread must not run events itself. Until a test may have made a static mock, it can,
     * which takes far less. The first event is run apart also then: it loads the classes that this needs.
     */
    public boolean areNeeded() {
        return !used || mocks == null || mocks.mayExist();
    }

    /**
     * Runs an event, and waits for its end. The event has the context class loader of the calling thread. Runs on the
     * calling thread after {@link #close}.
     *
     * <p>Waits 20 s at most: the event may call code of the test, such as {@code toString()} of an argument, and that
     * code may wait for a lock of the calling thread. The event then goes on alone, and all later events run on their
     * calling threads.
     *
     * @param late an event of the calling thread that goes on alone; it ends first, if that takes no longer
     * @return the event, if it goes on alone
     */
    public @Nullable Task run(Runnable event, @Nullable Task late) {
        used = true;
        if (late != null) {
            late.await(patienceMillis);
        }
        Task task = new Task(event, Thread.currentThread().getContextClassLoader());
        if (gaveUp || !add(task)) {
            event.run();
            return null;
        }
        if (!task.await(patienceMillis)) {
            gaveUp = true;
            return task;
        }
        if (task.thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (task.thrown instanceof Error error) {
            throw error;
        }
        return null;
    }

    /** Ends the threads once they have run what is waiting. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized boolean add(Task task) {
        if (closed) {
            return false;
        }
        if (last == null) {
            first = task;
        } else {
            last.next = task;
        }
        last = task;
        notifyAll();
        return true;
    }

    private void work() {
        for (Task task = next(); task != null; task = next()) {
            task.run();
        }
    }

    /**
     * Returns null if the thread is not needed. The thread that takes the last task for idle threads starts another.
     */
    private @Nullable Task next() {
        Task task;
        int another = 0;
        synchronized (this) {
            if (idle >= MOST_IDLE && first == null) {
                threads--;
                return null;
            }
            task = take();
            if (task != null && idle == 0 && threads < MOST_THREADS) {
                another = ++threads;
            }
        }
        if (another > 0) {
            start(another);
        }
        return task;
    }

    private synchronized @Nullable Task take() {
        idle++;
        while (first == null && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Only an event interrupts this thread, and the event is over.
            }
        }
        idle--;
        Task task = first;
        if (task != null) {
            first = task.next;
            last = first == null ? null : last;
        }
        return task;
    }

    private void start(int number) {
        try {
            // Inherits nothing from the thread of a test.
            Thread thread = new Thread(null, this::work, "attest-event-" + number, 0, false);
            thread.setDaemon(true);
            thread.start();
        } catch (OutOfMemoryError | SecurityException e) {
            synchronized (this) {
                threads--;
                closed = threads == 0; // otherwise those that run take its tasks
            }
        }
    }
}

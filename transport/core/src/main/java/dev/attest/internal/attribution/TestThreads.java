package dev.attest.internal.attribution;

import dev.attest.internal.attribution.Attribution.Certainty;
import dev.attest.internal.attribution.ThreadTests.Slot;
import dev.attest.internal.guard.EventThreads;
import dev.attest.spi.CallbackLookup;
import dev.attest.spi.PlanNesting;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Tracks which test a thread works for. Each thread has a stack of the tests that began on it, because a work-stealing
 * thread runs another test while it waits. A thread that is created within a test inherits the test of its creator.
 *
 * <p>The test of a thread is found on that thread by fields alone: a static mock there may answer for any class of the
 * JDK.
 */
public final class TestThreads {

    /** Runs an event with the tests of the thread that waits for it. */
    private final class EventOf implements Runnable {

        private final ThreadTests tests;
        private final Runnable event;

        EventOf(ThreadTests tests, Runnable event) {
            this.tests = tests;
            this.event = event;
        }

        @Override
        public void run() {
            if (tests.thread() == Thread.currentThread()) {
                event.run();
                return;
            }
            testsOfThread.set(tests);
            try {
                event.run();
            } finally {
                testsOfThread.remove();
            }
        }
    }

    private final @Nullable EventThreads eventThreads;
    private final Set<Slot> open = ConcurrentHashMap.newKeySet();
    private final PlanNesting nesting;
    private volatile boolean parallel;
    private final List<CallbackLookup> lookups = new CopyOnWriteArrayList<>();

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

    /**
     * @param nesting knows the threads of plans that a test runs: these threads work for that test
     * @param eventThreads run the events of test threads; null if the test threads run them themselves
     */
    public TestThreads(PlanNesting nesting, @Nullable EventThreads eventThreads) {
        this.nesting = nesting;
        this.eventThreads = eventThreads;
    }

    /**
     * Runs an event of the calling thread, perhaps on another thread, and waits for its end. Within it,
     * {@link #thread()} is the calling thread, and tests begin on that one.
     */
    public void apart(Runnable event) {
        boolean outermost = enterEvent();
        try {
            apart(event, testsOfThread.get());
        } finally {
            if (outermost) {
                leaveEvent();
            }
        }
    }

    /** Returns whether {@link #apart} runs the events of the calling thread on another thread. */
    public boolean runsElsewhere() {
        return eventThreads != null && runsElsewhere(eventThreads, testsOfThread.get());
    }

    /** Begins an event that the calling thread runs itself. Returns whether it is within no other one. */
    public boolean enterEvent() {
        ThreadTests tests = testsOfThread.get();
        boolean outermost = !tests.inEvent;
        if (outermost) {
            tests.toldNanos = System.nanoTime();
        }
        tests.inEvent = true;
        tests.hosts = eventThreads != null;
        return outermost;
    }

    /** Ends an event that is within no other one. */
    public void leaveEvent() {
        ThreadTests tests = testsOfThread.get();
        tests.inEvent = false;
        Stopwatch starting = tests.starting;
        if (starting != null) {
            tests.starting = null;
            starting.restart();
        }
    }

    /**
     * Returns the value of {@link System#nanoTime} at which the calling thread was told of the event that it is in;
     * that of now if it is in none.
     */
    public long toldNanos() {
        ThreadTests tests = testsOfThread.get();
        return tests.inEvent ? tests.toldNanos : System.nanoTime();
    }

    /** Returns a stopwatch for a test that starts with the event of the calling thread: it starts when that is over. */
    public Stopwatch stopwatch() {
        Stopwatch stopwatch = new Stopwatch();
        ThreadTests tests = testsOfThread.get();
        if (tests.inEvent) {
            tests.starting = stopwatch;
        }
        return stopwatch;
    }

    private void apart(Runnable event, ThreadTests tests) {
        if (eventThreads == null || !runsElsewhere(eventThreads, tests)) {
            event.run();
            return;
        }
        tests.stolenTasksWhileAway = tests.stolenTasks();
        tests.away = true;
        try {
            tests.late = eventThreads.run(new EventOf(tests, event), tests.late);
        } finally {
            tests.away = false;
        }
    }

    private static boolean runsElsewhere(EventThreads threads, ThreadTests tests) {
        return !tests.away && threads.areNeeded();
    }

    /** Returns whether the calling thread is within an event. */
    public boolean isInEvent() {
        return testsOfThread.get().inEvent;
    }

    /** Ends the threads that run events. Test threads run the events that follow. */
    public void close() {
        if (eventThreads != null) {
            eventThreads.close();
        }
    }

    /**
     * Returns whether the calling thread has had an event, as threads of tests have, and tests can have static mocks.
     */
    public boolean hostsTests() {
        return testsOfThread.get().hosts;
    }

    /** Returns the calling thread; in an event that runs {@link #apart}, the thread that waits for it. */
    public Thread thread() {
        return testsOfThread.get().thread();
    }

    /** Assigns the calling thread to a test until the test ends. */
    public void begin(String key) {
        ThreadTests tests = testsOfThread.get();
        Slot top = tests.top();
        if (top == null || !top.key.equals(key)) {
            Slot slot = new Slot(key, tests);
            open.add(slot);
            tests.top = slot;
            if (!parallel && !isAlone()) {
                noteIfParallel(slot);
            }
        }
    }

    private void noteIfParallel(Slot slot) {
        for (Slot other : open) {
            parallel |= other.thread != slot.thread;
        }
    }

    /** Ends a test. Any thread may call this. */
    public void end(String key) {
        if (open.isEmpty()) {
            return; // it has stopped, and ends with the next event
        }
        for (Iterator<Slot> each = open.iterator(); each.hasNext(); ) {
            Slot slot = each.next();
            if (slot.key.equals(key)) {
                slot.open = false;
            }
            if (!slot.open) {
                each.remove();
            }
        }
    }

    /** Adds what {@link #current} asks first. */
    public void add(CallbackLookup lookup) {
        lookups.add(lookup);
    }

    public void remove(CallbackLookup lookup) {
        lookups.remove(lookup);
    }

    /** Returns the key of the test that the calling thread works for; null if there is none, or it is unclear. */
    public @Nullable String current() {
        ThreadTests tests = testsOfThread.get();
        if (tests.away) {
            Slot own = tests.top();
            return own == null ? null : own.key;
        }
        for (CallbackLookup lookup : lookups) {
            String test = lookup.test();
            if (test != null) {
                return test;
            }
        }
        String key = ownerOfCall().key();
        return key.isEmpty() ? null : key;
    }

    /**
     * Returns the key of the innermost test that began on the calling thread and has not ended; null if there is none.
     */
    public @Nullable String innermost() {
        Slot own = testsOfThread.get().top();
        return own == null ? null : own.key;
    }

    /** Returns whether an adapter reports this container, which has started and not ended. */
    public boolean isRunning(String container) {
        for (CallbackLookup lookup : lookups) {
            if (lookup.isRunning(container)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the calling thread prepares the test that begins next on it. */
    public boolean isNext() {
        if (ownerOfCall().certainty() == Certainty.NEXT) {
            return true;
        }
        boolean next = false;
        if (!nesting.isNested()) {
            for (CallbackLookup lookup : lookups) {
                next |= lookup.isNext();
            }
        }
        return next;
    }

    /** Returns whether no two tests have run at the same time on different threads. */
    public boolean isSerial() {
        return !parallel;
    }

    /** Returns the test that the calling thread works for, and how certain that is. */
    public Attribution owner() {
        return owner(testsOfThread.get());
    }

    /**
     * Returns the same, and also recognizes a framework that runs what is no test yet or at all, such as a constructor,
     * in a task that this thread stole while its test waits. This takes longer than output can.
     */
    private Attribution ownerOfCall() {
        ThreadTests tests = testsOfThread.get();
        Slot own = tests.top();
        if (own != null
                && Thread.currentThread() instanceof ForkJoinWorkerThread
                && CallStack.stolenTasks() > own.stolenTasks) {
            CallStack.Caller caller = CallStack.caller();
            if (caller == CallStack.Caller.CONSTRUCTION) {
                return Attribution.NEXT;
            }
            if (caller == CallStack.Caller.FRAMEWORK) {
                return Attribution.NONE;
            }
        }
        return owner(tests);
    }

    private Attribution owner(ThreadTests tests) {
        Slot own = tests.top();
        if (tests.away) {
            // The stack of the calling thread cannot be read here.
            return own == null ? Attribution.NONE : new Attribution(Certainty.CERTAIN, own.key);
        }
        if (own != null) {
            return runsStolenTask(own) ? Attribution.NONE : new Attribution(Certainty.CERTAIN, own.key);
        }
        Slot creator = tests.inherited;
        Slot running = creator != null && creator.open ? creator : null;
        if (nesting.isNested()) {
            return fromCreator(running, tests.uncertain);
        }
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
        return own.thread instanceof ForkJoinWorkerThread
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

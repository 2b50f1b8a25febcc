package dev.attest.junit5;

import dev.attest.spi.CallbackLookup;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestRecorder;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * The last event of each thread. The Platform tells one listener after the other, so a test ends in the recorder with
 * the next event of its thread, with its container or with the plan: until then listeners that hear of the end later
 * may attach to it. Its clock stops, and its thread works for it no more, when this listener hears of the end.
 * Thread-safe.
 */
final class LastEvents implements CallbackLookup {

    /** @param place created when the Platform told this listener */
    private record Ending(
            String key, Outcome outcome, @Nullable Failure failure, boolean retried, Throwable place) {}

    /** One object for all that is known of a thread: it is looked up twice for each test. */
    private static final class LastEvent {

        private @Nullable Ending ending;

        /** Start of a container, and on a thread that may steal tasks that of a test, while it is the last event. */
        private volatile @Nullable Throwable start;

        /** Where the Platform tells this listener of an event, while it is handled. */
        private volatile @Nullable Throwable place;

        private volatile boolean prepared;

        synchronized @Nullable Ending ending() {
            return ending;
        }

        synchronized void endWith(Ending last) {
            ending = last;
        }

        /** Removes the ending; returns null if another thread has removed it. */
        synchronized @Nullable Ending takeEnding() {
            Ending taken = ending;
            ending = null;
            return taken;
        }

        synchronized @Nullable Ending takeEndingIn(String container) {
            return ending != null && ending.key().startsWith(container) ? takeEnding() : null;
        }

        /** Takes the place of the event: a virtual thread for each test would fill the memory with the others. */
        Throwable takePlace() {
            Throwable taken = Objects.requireNonNull(place);
            place = null;
            return taken;
        }

        boolean takePrepared() {
            boolean taken = prepared;
            prepared = false;
            return taken;
        }
    }

    private final TestRecorder recorder;
    private final Map<Thread, LastEvent> events = new ConcurrentHashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    LastEvents(TestRecorder recorder) {
        this.recorder = recorder;
    }

    /**
     * Ends the test whose end was the last event of the calling thread.
     *
     * @param place created when the Platform told this listener; null if the event is neither the start of a container,
     *     or of a test on a thread that may steal tasks, nor the end of a test
     */
    void next(@Nullable Throwable place) {
        LastEvent last = of(recorder.thread());
        last.place = place;
        last.start = null;
        Ending ending = last.takeEnding();
        if (ending != null) {
            end(ending);
        }
    }

    void testStarted() {
        Thread thread = recorder.thread();
        LastEvent last = of(thread);
        last.prepared = false;
        if (mayStealTasks(thread)) {
            last.start = last.takePlace();
        }
    }

    void containerStarted(String container) {
        running.add(container);
        LastEvent last = of(recorder.thread());
        last.start = last.takePlace();
        if (last.takePrepared()) {
            recorder.abandonUpcoming();
        }
    }

    /** @param retried whether the test will run again */
    void testFinished(String key, Outcome outcome, @Nullable Failure failure, boolean retried) {
        recorder.detached(key, outcome, failure);
        LastEvent last = of(recorder.thread());
        last.endWith(new Ending(key, outcome, failure, retried, last.takePlace()));
    }

    /** Ends the tests of a container, whose threads may have no other event. */
    void containerFinished(String container) {
        running.remove(container);
        endAllIn(container + "/");
    }

    void planFinished() {
        endAllIn("");
    }

    @Override
    public @Nullable String test() {
        Thread thread = Thread.currentThread();
        LastEvent last = events.get(thread);
        Ending ending = last == null ? null : last.ending();
        if (ending != null) {
            ListenerCall call = ListenerCall.of(new Throwable("call"));
            if (call.name().equals("executionFinished") && call.equals(ListenerCall.of(ending.place()))) {
                return ending.key();
            }
        }
        // The thread works for the test whose thread it is, and a stolen one starts.
        return mayStealTasks(thread) ? recorder.upcoming() : null;
    }

    @Override
    public boolean isRunning(String container) {
        return running.contains(container);
    }

    @Override
    public boolean isNext() {
        ListenerCall call = ListenerCall.of(new Throwable("call"));
        LastEvent last = events.get(Thread.currentThread());
        Throwable start = last == null ? null : last.start;
        boolean next =
                call.name().equals("executionStarted") && (start == null || !call.equals(ListenerCall.of(start)));
        if (next) {
            of(Thread.currentThread()).prepared = true;
        }
        return next;
    }

    static boolean mayStealTasks(Thread thread) {
        return thread instanceof ForkJoinWorkerThread;
    }

    private LastEvent of(Thread thread) {
        LastEvent known = events.get(thread);
        if (known == null) {
            known = new LastEvent(); // nobody else adds that of this thread
            events.put(thread, known);
        }
        return known;
    }

    /** @param container beginning of the keys of its tests */
    private void endAllIn(String container) {
        for (Iterator<Map.Entry<Thread, LastEvent>> all = events.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Thread, LastEvent> each = all.next();
            Ending ending = each.getValue().takeEndingIn(container);
            if (ending != null) {
                end(ending);
            }
            if (!each.getKey().isAlive() && each.getValue().ending() == null) {
                all.remove();
            }
        }
    }

    private void end(Ending ending) {
        Failure failure = ending.failure();
        if (ending.retried() && failure != null) {
            recorder.retried(ending.key(), failure);
        } else {
            recorder.finished(ending.key(), ending.outcome(), failure);
        }
    }
}

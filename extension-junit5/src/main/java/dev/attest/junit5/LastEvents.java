package dev.attest.junit5;

import dev.attest.spi.CallbackLookup;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestRecorder;
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

    private final TestRecorder recorder;
    private final Map<Thread, Ending> endings = new ConcurrentHashMap<>();

    /** Starts of containers, and on threads that may steal tasks those of tests, while they are the last events. */
    private final Map<Thread, Throwable> starts = new ConcurrentHashMap<>();

    /** Where the Platform tells this listener of an event, while it is handled. */
    private final Map<Thread, Throwable> places = new ConcurrentHashMap<>();

    private final Set<Thread> prepared = ConcurrentHashMap.newKeySet();
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
        Thread thread = recorder.thread();
        if (place == null) {
            places.remove(thread);
        } else {
            places.put(thread, place);
        }
        starts.remove(thread);
        Ending ending = endings.remove(thread);
        if (ending != null) {
            end(ending);
        }
    }

    void testStarted() {
        Thread thread = recorder.thread();
        prepared.remove(thread);
        if (mayStealTasks(thread)) {
            starts.put(thread, place());
        }
    }

    void containerStarted(String container) {
        running.add(container);
        Thread thread = recorder.thread();
        starts.put(thread, place());
        if (prepared.remove(thread)) {
            recorder.abandonUpcoming();
        }
    }

    /** @param retried whether the test will run again */
    void testFinished(String key, Outcome outcome, @Nullable Failure failure, boolean retried) {
        recorder.detached(key, outcome, failure);
        endings.put(recorder.thread(), new Ending(key, outcome, failure, retried, place()));
    }

    /** Ends the tests of a container, whose threads may have no other event. */
    void containerFinished(String container) {
        running.remove(container);
        for (Map.Entry<Thread, Ending> each : endings.entrySet()) {
            if (each.getValue().key().startsWith(container + "/")) {
                endOnce(each.getKey(), each.getValue());
            }
        }
    }

    void planFinished() {
        for (Map.Entry<Thread, Ending> each : endings.entrySet()) {
            endOnce(each.getKey(), each.getValue());
        }
    }

    @Override
    public @Nullable String test() {
        Thread thread = Thread.currentThread();
        Ending ending = endings.get(thread);
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
        Throwable start = starts.get(Thread.currentThread());
        boolean next =
                call.name().equals("executionStarted") && (start == null || !call.equals(ListenerCall.of(start)));
        if (next) {
            prepared.add(Thread.currentThread());
        }
        return next;
    }

    static boolean mayStealTasks(Thread thread) {
        return thread instanceof ForkJoinWorkerThread;
    }

    /** Takes the place of the event: a virtual thread for each test would fill the memory with the others. */
    private Throwable place() {
        return Objects.requireNonNull(places.remove(recorder.thread()));
    }

    private void endOnce(Thread thread, Ending ending) {
        if (endings.remove(thread, ending)) {
            end(ending);
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

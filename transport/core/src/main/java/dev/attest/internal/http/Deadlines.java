package dev.attest.internal.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cancels exchanges that take too long. HttpClient limits each single wait of an exchange, but neither their sum nor a
 * write. A server that accepts a byte now and then would block the caller for ever.
 */
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    Deadlines() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "attest-http-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Runs {@code cancel} after that time, unless the deadline is closed before. */
    Deadline start(Duration after, Runnable cancel) {
        AtomicBoolean passed = new AtomicBoolean();
        Runnable task = () -> {
            passed.set(true);
            cancel.run();
        };
        return new Deadline(timer.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS), passed);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** The deadline of one exchange. */
    record Deadline(ScheduledFuture<?> task, AtomicBoolean fired) implements AutoCloseable {

        boolean passed() {
            return fired.get();
        }

        @Override
        public void close() {
            task.cancel(false);
        }
    }
}

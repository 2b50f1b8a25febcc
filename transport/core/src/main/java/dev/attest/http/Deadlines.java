package dev.attest.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cuts off exchanges that take too long. HttpClient bounds each wait of an exchange, not their sum, and no write: a server
 * that takes a byte now and then would hold the caller for ever.
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

    /** Runs the cut after that time, unless the deadline is closed before. */
    Deadline start(Duration after, Runnable cut) {
        AtomicBoolean passed = new AtomicBoolean();
        Runnable task = () -> {
            passed.set(true);
            cut.run();
        };
        return new Deadline(timer.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS), passed);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** The end of one exchange. */
    record Deadline(ScheduledFuture<?> task, AtomicBoolean cut) implements AutoCloseable {

        boolean passed() {
            return cut.get();
        }

        @Override
        public void close() {
            task.cancel(false);
        }
    }
}

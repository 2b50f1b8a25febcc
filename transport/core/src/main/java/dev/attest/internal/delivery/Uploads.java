package dev.attest.internal.delivery;

import dev.attest.internal.delivery.DeliveryContext.Handler;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Uploads attachments in a few daemon threads, and hands the results to the thread that owns the delivery. The first
 * upload starts the threads.
 */
final class Uploads {

    private record Finished(Handler<DeliveryResult> handler, DeliveryResult result) {}

    private final int connections;
    private final Runnable whenFinished;
    private final ThreadPoolExecutor threads;
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    private final AtomicInteger uploading = new AtomicInteger();
    private boolean exclusive;

    /**
     * @param connections maximum number of concurrent uploads
     * @param whenFinished called by any thread when there is a result to handle
     */
    Uploads(int connections, Runnable whenFinished) {
        this.connections = connections;
        this.whenFinished = whenFinished;
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                connections, connections, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "attest-upload-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Returns how many more uploads can start without waiting for a thread. */
    int room() {
        return Math.max(0, connections - uploading.get());
    }

    /**
     * @param upload sends a request, on a thread of its own
     * @param handler called by the thread that calls {@link #handleResults()}
     */
    void start(Supplier<DeliveryResult> upload, Handler<DeliveryResult> handler) {
        uploading.incrementAndGet();
        try {
            threads.execute(() -> {
                finished.add(new Finished(handler, attempt(upload)));
                whenFinished.run();
            });
        } catch (RejectedExecutionException abandoned) {
            finished.add(new Finished(handler, new Retry("The time was over.", Duration.ZERO, false, false)));
        }
    }

    /** Returns whether {@link #startExclusive} may be called. */
    boolean canStartExclusive() {
        return !exclusive && room() > 0;
    }

    /** Starts a request that must not overlap with another exclusive one. */
    void startExclusive(Supplier<DeliveryResult> upload, Handler<DeliveryResult> handler) {
        exclusive = true;
        start(upload, result -> {
            exclusive = false;
            handler.handle(result);
        });
    }

    /** Handles the results of all finished requests. Returns whether there were any. */
    boolean handleResults() throws IOException {
        boolean any = false;
        for (Finished next = finished.poll(); next != null; next = finished.poll()) {
            any = true;
            uploading.decrementAndGet();
            next.handler().handle(next.result());
        }
        return any;
    }

    /** Cancels the requests in progress. They are possibly applied, and the next delivery looks for them. */
    void abandon() {
        threads.shutdownNow();
    }

    private static DeliveryResult attempt(Supplier<DeliveryResult> upload) {
        try {
            return upload.get();
        } catch (RuntimeException e) {
            return new Rejected("it cannot be sent: " + e, false);
        } catch (OutOfMemoryError e) {
            return new Retry("An attachment could not be sent: " + e, Duration.ZERO, true, false);
        }
    }
}

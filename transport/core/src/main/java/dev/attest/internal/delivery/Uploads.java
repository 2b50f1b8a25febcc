package dev.attest.internal.delivery;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Uploads attachments in a few daemon threads, and hands the results to the thread that owns the delivery. The first
 * upload starts the threads.
 */
final class Uploads {

    /** Made before memory is short. */
    private static final Retry FAILED = new Retry(
            "An attachment could not be sent: memory was short, or a test denied it.", Duration.ZERO, true, false);

    private static final Retry NOT_STARTED = new Retry("The time was over.", Duration.ZERO, false, false);

    private final int connections;
    private final Runnable whenFinished;
    private final ThreadPoolExecutor threads;

    /** Those that are not handled. Only the thread that owns the delivery uses it. */
    private final List<Upload> started = new ArrayList<>();

    private boolean exclusive;

    /** What is sent. */
    interface Request {

        /** Sends it, on a thread of its own. */
        DeliveryResult send();

        /** Called by the thread that calls {@link #handleResults()}. */
        void handle(DeliveryResult result) throws IOException;
    }

    /** A request and its result. Once it is made, it gets a result without any more memory. */
    private final class Upload implements Runnable {

        private final Request request;
        private final boolean alone;
        private final AtomicBoolean claimed = new AtomicBoolean();
        private volatile @Nullable DeliveryResult result;

        /** @param alone whether it must not overlap with another such request */
        Upload(Request request, boolean alone) {
            this.request = request;
            this.alone = alone;
        }

        @Override
        public void run() {
            if (claimed.compareAndSet(false, true)) {
                result = attempt(request);
                whenFinished.run();
            }
        }

        /** Gives it a result unless a thread has taken it. */
        void cancel(DeliveryResult reason) {
            if (claimed.compareAndSet(false, true)) {
                result = reason;
            }
        }
    }

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
        return Math.max(0, connections - started.size());
    }

    /** Returns whether no request is under way, and all results are handled. */
    boolean isEmpty() {
        return started.isEmpty();
    }

    void start(Request request) {
        start(new Upload(request, false));
    }

    private void start(Upload next) {
        started.add(next);
        try {
            threads.execute(next);
        } catch (RejectedExecutionException abandoned) {
            next.cancel(NOT_STARTED);
        } catch (OutOfMemoryError | SecurityException noThread) {
            next.cancel(FAILED);
        }
    }

    /** Returns whether {@link #startExclusive} may be called. */
    boolean canStartExclusive() {
        return !exclusive && room() > 0;
    }

    /** Starts a request that must not overlap with another exclusive one. */
    void startExclusive(Request request) {
        Upload next = new Upload(request, true);
        start(next);
        exclusive = true;
    }

    /** Handles the results of all finished requests. Returns whether there were any. */
    boolean handleResults() throws IOException {
        boolean any = false;
        for (int i = 0; i < started.size(); ) {
            Upload next = started.get(i);
            DeliveryResult result = next.result;
            if (result == null) {
                i++;
            } else {
                any = true;
                started.remove(i);
                exclusive &= !next.alone;
                next.request.handle(result);
            }
        }
        ensureThread();
        return any;
    }

    /** The last thread may have died of a lack of memory, or a test may have denied it. */
    private void ensureThread() {
        if (started.isEmpty() || threads.getPoolSize() > 0) {
            return;
        }
        try {
            threads.prestartCoreThread();
        } catch (OutOfMemoryError | SecurityException noThread) {
            for (Upload upload : started) {
                upload.cancel(FAILED);
            }
        }
    }

    /** Returns whether this JVM, and not the service, is why a request failed. */
    @SuppressWarnings("ReferenceEquality") // a result of a service may look the same
    static boolean isOfThisJvm(Retry retry) {
        return retry == FAILED || retry == NOT_STARTED;
    }

    /** Cancels the requests in progress. They are possibly applied, and the next delivery looks for them. */
    void abandon() {
        threads.shutdownNow();
    }

    private static DeliveryResult attempt(Request request) {
        try {
            try {
                return request.send();
            } catch (SecurityException e) {
                return FAILED; // a test denies the connection, and only for now
            } catch (RuntimeException e) {
                return new Rejected("it cannot be sent: " + e, false);
            }
        } catch (Throwable e) {
            return FAILED;
        }
    }
}

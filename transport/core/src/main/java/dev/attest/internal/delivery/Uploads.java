package dev.attest.internal.delivery;

import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Sends attachments from a few threads at once, and hands what became of each back to the thread that owns the run. The
 * threads are daemons, made when the first attachment is sent.
 */
final class Uploads {

    /** Takes what became of an attachment, on the thread that calls {@link #settle()}. */
    interface Landing {
        void landed(DeliveryResult delivery) throws IOException;
    }

    private record Landed(Landing landing, DeliveryResult delivery) {}

    private final int connections;
    private final Runnable whenLanded;
    private final ExecutorService threads;
    private final BlockingQueue<Landed> landed = new LinkedBlockingQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private boolean alone;

    /**
     * @param connections how many attachments travel at once
     * @param whenLanded called from any thread when there is something to {@link #settle()}
     */
    Uploads(int connections, Runnable whenLanded) {
        this.connections = connections;
        this.whenLanded = whenLanded;
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                connections, connections, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "attest-upload-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** Returns how many more can be sent without waiting for a thread. */
    int room() {
        return Math.max(0, connections - underWay.get());
    }

    void start(Supplier<DeliveryResult> upload, Landing landing) {
        underWay.incrementAndGet();
        try {
            threads.execute(() -> {
                landed.add(new Landed(landing, attempt(upload)));
                whenLanded.run();
            });
        } catch (RejectedExecutionException abandoned) {
            landed.add(new Landed(landing, new Retry("The time was over.", Duration.ZERO, false, false)));
        }
    }

    /** Returns whether {@link #startAlone} may be called. */
    boolean isFreeForOneAlone() {
        return !alone && room() > 0;
    }

    /** Does as {@link #start}, for what may not travel beside another of its kind. */
    void startAlone(Supplier<DeliveryResult> upload, Landing landing) {
        alone = true;
        start(upload, delivery -> {
            alone = false;
            landing.landed(delivery);
        });
    }

    /** Runs the landings of all uploads that came to an end; returns whether there were any. */
    boolean settle() throws IOException {
        boolean any = false;
        for (Landed next = landed.poll(); next != null; next = landed.poll()) {
            any = true;
            underWay.decrementAndGet();
            next.landing().landed(next.delivery());
        }
        return any;
    }

    /** Gives up what is under way: its deliveries stay in doubt, and the next publisher looks first. */
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

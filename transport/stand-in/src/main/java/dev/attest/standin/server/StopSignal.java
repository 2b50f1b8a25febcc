package dev.attest.standin.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets threads wait until a time is over or the server stops. */
final class StopSignal {

    private final CountDownLatch stopped = new CountDownLatch(1);

    void trigger() {
        stopped.countDown();
    }

    /** Waits. Returns true at once if the server stops or the thread is interrupted. */
    boolean await(Duration wait) {
        try {
            return stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}

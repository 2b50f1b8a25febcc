package dev.attest.internal.browser;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** An open WebDriver session of this JVM, with the test and the thread that used it last. Thread-safe. */
final class LiveSession {

    private final String id;
    private final WeakReference<RemoteEnd> remote;
    private WeakReference<Thread> thread = new WeakReference<>(null);
    private String test = "";
    private int pending;

    /** @param remote end of the session; held weakly */
    LiveSession(String id, RemoteEnd remote) {
        this.id = id;
        this.remote = new WeakReference<>(remote);
    }

    String id() {
        return id;
    }

    @Nullable
    RemoteEnd remote() {
        return remote.get();
    }

    /** Records that the calling thread sends a command for a test; an empty key means no test. */
    synchronized void sent(String testKey) {
        thread = new WeakReference<>(Thread.currentThread());
        test = testKey;
        pending++;
    }

    synchronized void answered() {
        pending--;
    }

    /** Returns whether a test used it last, and no command is pending. */
    synchronized boolean isOf(String testKey) {
        return pending == 0 && test.equals(testKey);
    }

    /** Returns whether no command is pending, and neither a test nor another live thread used it last. */
    synchronized boolean isFreeForThisThread() {
        Thread last = thread.get();
        return isOf("") && (last == null || last == Thread.currentThread() || !last.isAlive());
    }
}

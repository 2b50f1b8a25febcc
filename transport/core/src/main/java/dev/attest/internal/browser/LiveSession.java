package dev.attest.internal.browser;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** A session that a remote end keeps for this JVM, and who worked with it last. Thread-safe. */
final class LiveSession {

    private final String id;
    private final WeakReference<RemoteEnd> remote;
    private WeakReference<Thread> thread = new WeakReference<>(null);
    private String test = "";
    private int underway;

    /** @param remote held for as long as whoever drives the session holds it */
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

    /** Reports that the calling thread sends a command, for a test or, where that is empty, for none. */
    synchronized void sent(String forTest) {
        thread = new WeakReference<>(Thread.currentThread());
        test = forTest;
        underway++;
    }

    synchronized void answered() {
        underway--;
    }

    /** Returns whether a test worked with it last, and nobody does at the moment. */
    synchronized boolean isOf(String candidate) {
        return underway == 0 && test.equals(candidate);
    }

    /** Returns whether no test worked with it last, and no other thread may be at it. */
    synchronized boolean isLeftToThisThread() {
        Thread last = thread.get();
        return isOf("") && (last == null || last == Thread.currentThread() || !last.isAlive());
    }
}

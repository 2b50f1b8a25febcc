package dev.attest.internal.browser;

import java.lang.ref.WeakReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An open WebDriver session, and the test and the thread that drove it last. Its remote end is held weakly once that
 * test is over, so that a driver that nobody quits can be collected. Thread-safe.
 */
final class Session {

    /** Why a session is not pictured for a test. */
    enum Claim {
        OWN,
        /** No test drove it last, but this thread did. */
        OF_FIXTURE,
        /** Neither a test nor a live thread drove it last. */
        FREE,
        /** It has not answered a command yet. */
        BUSY,
        /** Another test or another live thread drove it last. */
        OF_ANOTHER
    }

    /** The test of commands that belong to no test. */
    private static final String NONE = "";

    private final String id;
    private final @Nullable String grid;
    private final WeakReference<BiFunction<String, String, String>> remote;

    @SuppressWarnings("UnusedVariable") // keeps the remote end from being collected
    private @Nullable BiFunction<String, String, String> held;

    private WeakReference<Thread> thread = new WeakReference<>(null);
    private String test = NONE;
    private boolean testIsOver;
    private boolean pictureAsked;
    private boolean pictureAttached;
    private int pending;

    /** @param grid address of the Grid that the session runs on; null if there is none, or it is not known */
    Session(String id, @Nullable String grid, BiFunction<String, String, String> remote) {
        this.id = id;
        this.grid = grid;
        this.remote = new WeakReference<>(remote);
    }

    String id() {
        return id;
    }

    /**
     * Records that a thread sends a command.
     *
     * @param by test that the thread works for, or null. A thread of a pool, or of a Grid in this JVM that passes the
     *     command on, works for no known test: the session stays with its test as long as that is not over.
     * @param changesPage whether the page may look different afterwards
     */
    synchronized void sent(Thread from, @Nullable String by, boolean changesPage) {
        pending++;
        if (changesPage) {
            pictureAsked = false;
            pictureAttached = false;
        }
        if (by != null) {
            held = remote.get();
        } else if (!testIsOver && !test.isEmpty()) {
            return;
        }
        thread = new WeakReference<>(from);
        test = by == null ? NONE : by;
        testIsOver = false;
    }

    synchronized void answered() {
        pending--;
    }

    /** Records that the test asks for a picture of the page. */
    synchronized void pictureAsked() {
        pictureAsked = true;
    }

    /** Records that a test attaches a picture. If it asked for one of this page, this is taken for that one. */
    synchronized void pictureAttached(String by) {
        pictureAttached |= pictureAsked && test.equals(by);
    }

    /** Returns whether the test that drove it last has attached a picture of the page as it is. */
    synchronized boolean isPictureAttached() {
        return pictureAttached;
    }

    synchronized void testIsOver(String ended) {
        if (test.equals(ended)) {
            testIsOver = true;
            held = null;
        }
    }

    /** Records that what drove it last was a fixture of a class, which is no test. */
    synchronized void belongsToNoTest(String key) {
        if (test.equals(key)) {
            test = NONE;
            held = null;
        }
    }

    /** Returns the test that drove it last and is not over; empty for a fixture of a class; null if it is over. */
    synchronized @Nullable String openTest() {
        return testIsOver ? null : test;
    }

    synchronized @Nullable Thread lastThread() {
        return thread.get();
    }

    synchronized Claim claimOf(String by, Thread asking) {
        if (!test.isEmpty() && test.equals(by) && !testIsOver) {
            return pending == 0 ? Claim.OWN : Claim.BUSY;
        }
        if (!test.isEmpty() || pending > 0) {
            return Claim.OF_ANOTHER;
        }
        Thread last = thread.get();
        if (last == asking) {
            return Claim.OF_FIXTURE;
        }
        return last == null || !last.isAlive() ? Claim.FREE : Claim.OF_ANOTHER;
    }

    /**
     * Returns whether a fixture on this thread may have used it last: it or a test of its class that is not over did.
     * JUnit ends the last test of a class after {@code @AfterAll}.
     */
    synchronized boolean isOfThread(Thread asking) {
        return pending == 0 && thread.get() == asking && (test.isEmpty() || !testIsOver);
    }

    /** Returns whether it is known that a test other than this one drove it last. */
    synchronized boolean isOfAnotherTest(String than) {
        return !test.isEmpty() && (testIsOver || !test.equals(than));
    }

    boolean isCollected() {
        return remote.get() == null;
    }

    /** Returns the browser; null if its driver is collected. */
    @Nullable
    SessionBrowser browser() {
        BiFunction<String, String, String> end = remote.get();
        return end == null ? null : new SessionBrowser(id, grid, end);
    }
}

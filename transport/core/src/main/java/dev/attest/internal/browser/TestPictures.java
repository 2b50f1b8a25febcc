package dev.attest.internal.browser;

import dev.attest.spi.TestEvidence;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pages of the browsers of one test: what is attached, and what is kept until its outcome is known. Thread-safe.
 */
final class TestPictures {

    private static final int MOST_KEPT = 8;

    private final Set<String> sessions = new HashSet<>();
    private final Set<Object> drivers = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Sessions whose capture is under way, and the threads that capture them. */
    private final Map<String, Thread> capturing = new HashMap<>();

    private final Deque<KeptPage> kept = new ArrayDeque<>();
    private int attached;
    private int number;
    private int dropped;
    private boolean explained;
    private String closedUnseen = "";
    private String missing = "";

    /**
     * Claims a browser for a capture on this thread; returns false if it was claimed before. Call {@link #captured}
     * when the capture is over.
     */
    synchronized boolean claim(Browser browser) {
        String session = browser.sessionId();
        boolean isNew = session == null ? drivers.add(browser.driver()) : sessions.add(session);
        if (isNew && session != null) {
            capturing.put(session, Thread.currentThread());
        }
        return isNew;
    }

    /** Records that the capture of a browser is over. */
    synchronized void captured(Browser browser) {
        String session = browser.sessionId();
        if (session != null) {
            capturing.remove(session);
            notifyAll();
        }
    }

    /** Waits until no other thread captures a session, at most as long as the limit. An interrupt does not end it. */
    synchronized void awaitCapture(String session, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        while (capturing.getOrDefault(session, Thread.currentThread()) != Thread.currentThread()) {
            long remaining = deadline - System.nanoTime();
            if (remaining <= 0) {
                break;
            }
            try {
                wait(remaining / 1_000_000 + 1);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized boolean isEmpty() {
        return attached == 0 && kept.isEmpty();
    }

    /** Keeps a page; drops the oldest if there are too many. */
    synchronized void keep(KeptPage page) throws IOException {
        kept.add(page);
        if (kept.size() > MOST_KEPT) {
            kept.remove().drop();
            dropped++;
        }
    }

    synchronized void attach(CapturedPage page, TestEvidence evidence, String key) {
        attached++;
        if (page.savedAs().isEmpty()) {
            number++;
        }
        page.attachTo(evidence, key, Math.max(1, number));
    }

    synchronized void attachKept(TestEvidence evidence, String key) throws IOException {
        for (KeptPage page : takeKept()) {
            attach(page.take(), evidence, key);
        }
        if (dropped > 0) {
            evidence.comment(key, "No screenshot of " + dropped + " browsers that the test had closed before.");
            dropped = 0;
        }
    }

    synchronized void dropKept() throws IOException {
        for (KeptPage page : takeKept()) {
            page.drop();
        }
    }

    synchronized List<KeptPage> takeKept() {
        List<KeptPage> taken = new ArrayList<>(kept);
        kept.clear();
        return taken;
    }

    /** Hands over what is kept. */
    synchronized void moveTo(TestPictures other) {
        other.adopt(takeKept());
    }

    private synchronized void adopt(List<KeptPage> pages) {
        kept.addAll(pages);
    }

    /** Records that the comment need not tell why there is no picture. */
    synchronized void explained() {
        explained = true;
    }

    /** Returns whether nobody needs to be told why there is no picture. */
    synchronized boolean isExplained() {
        return explained || missing.isEmpty();
    }

    /** Keeps the first reason why there is no picture. */
    synchronized void missing(String reason) {
        missing = missing.isEmpty() ? reason : missing;
    }

    synchronized String missing() {
        return missing;
    }

    /** Records that a browser was closed of which no page is kept. */
    synchronized void closedUnseen(String browser) {
        closedUnseen = browser;
    }

    /** Returns the last browser that was closed without a page, or an empty text. */
    synchronized String closedUnseen() {
        return closedUnseen;
    }
}

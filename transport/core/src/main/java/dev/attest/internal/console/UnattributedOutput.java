package dev.attest.internal.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Output of threads that a test started, printed while other tests ran. When the test ends, the output of dead threads
 * counts for the test: their pool was its own. A thread that is still alive may have worked for any test. Thread-safe.
 */
final class UnattributedOutput {

    record Piece(Thread thread, Channel channel, String text, boolean ofTest) {}

    private static final int CAPACITY = 64 * 1024;
    private static final long JOIN_MILLIS = 2;

    private final List<Piece> held = new ArrayList<>();
    private int length;
    private boolean ended;

    /** Adds text of a thread. Returns false, and adds nothing, if there is no room. */
    synchronized boolean add(Thread thread, Channel channel, String text) {
        if (ended || length + text.length() > CAPACITY) {
            return false;
        }
        length += text.length();
        held.add(new Piece(thread, channel, text, false));
        return true;
    }

    /** Ends the output and returns all of it. */
    synchronized List<Piece> end() {
        ended = true;
        if (held.isEmpty()) {
            return List.of(); // as of nearly every test
        }
        Map<Thread, Boolean> dead = new HashMap<>();
        List<Piece> all = new ArrayList<>(held.size());
        for (Piece each : held) {
            boolean ofTest = dead.computeIfAbsent(each.thread(), UnattributedOutput::isDead);
            all.add(new Piece(each.thread(), each.channel(), each.text(), ofTest));
        }
        held.clear();
        return all;
    }

    /** Waits for a running thread: a pool reports its termination just before its last thread dies. */
    private static boolean isDead(Thread thread) {
        if (thread.getState() == Thread.State.RUNNABLE && thread != Thread.currentThread()) {
            try {
                thread.join(JOIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return !thread.isAlive();
    }
}

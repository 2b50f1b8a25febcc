package dev.attest.internal.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What threads of pools printed that were made within a test, while other tests ran. A pool that is the test's own is
 * over when the test is, and its threads are dead; a pool that lives on may have worked for anybody. Thread-safe.
 */
final class UnattributedOutput {

    /** A text, and whether it turned out to be the test's. */
    record Piece(Thread thread, Channel channel, String text, boolean ofTest) {}

    private record Held(Thread thread, Channel channel, String text) {}

    private static final int MOST = 64 * 1024;
    private static final long LONGEST_WAIT_MILLIS = 2;

    private final List<Held> held = new ArrayList<>();
    private int length;
    private boolean ended;

    /** Takes what the calling thread prints; returns whether there was room. */
    synchronized boolean add(Channel channel, String text) {
        if (ended || length + text.length() > MOST) {
            return false;
        }
        length += text.length();
        held.add(new Held(Thread.currentThread(), channel, text));
        return true;
    }

    /** Takes no more; returns all of it. */
    synchronized List<Piece> end() {
        ended = true;
        Map<Thread, Boolean> over = new HashMap<>();
        held.forEach(each -> over.computeIfAbsent(each.thread(), UnattributedOutput::isOver));
        List<Piece> all = held.stream()
                .map(each -> new Piece(
                        each.thread(), each.channel(), each.text(), Boolean.TRUE.equals(over.get(each.thread()))))
                .toList();
        held.clear();
        return all;
    }

    /** A pool says that it has terminated just before its last thread dies; an idle thread of a pool waits. */
    private static boolean isOver(Thread thread) {
        if (thread.getState() == Thread.State.RUNNABLE && thread != Thread.currentThread()) {
            try {
                thread.join(LONGEST_WAIT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return !thread.isAlive();
    }
}

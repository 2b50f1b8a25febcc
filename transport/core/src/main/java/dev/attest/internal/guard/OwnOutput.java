package dev.attest.internal.guard;

import org.jspecify.annotations.Nullable;

/** Excludes output of Attest from that of tests: that of its own threads, and its log messages on test threads. */
public final class OwnOutput {

    /** Prefix of the names of Attest's threads. */
    private static final String OWN_THREADS = "attest-";

    private static final ThreadLocal<boolean @Nullable []> OWN = new ThreadLocal<>();

    private OwnOutput() {}

    /** Marks output of this thread as Attest's own from now on; returns whether it was marked before. */
    public static boolean begin() {
        boolean[] own = own();
        boolean before = own[0];
        own[0] = true;
        return before;
    }

    /** Runs the action with console capture suspended. */
    public static void say(Runnable action) {
        boolean before = begin();
        try {
            action.run();
        } finally {
            end(before);
        }
    }

    /** Restores the mark that {@link #begin} returned. */
    public static void end(boolean before) {
        own()[0] = before;
    }

    private static boolean[] own() {
        boolean[] own = OWN.get();
        if (own == null) {
            own = new boolean[] {Thread.currentThread().getName().startsWith(OWN_THREADS)};
            OWN.set(own);
        }
        return own;
    }
}

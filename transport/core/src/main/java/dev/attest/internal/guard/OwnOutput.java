package dev.attest.internal.guard;

/** Keeps what Attest itself prints out of what tests print: its threads, and its words on the threads of tests. */
public final class OwnOutput {

    /** What the threads of Attest are called. */
    private static final String OWN_THREADS = "attest-";

    private static final ThreadLocal<boolean[]> SPEAKING = ThreadLocal.withInitial(
            () -> new boolean[] {Thread.currentThread().getName().startsWith(OWN_THREADS)});

    private OwnOutput() {}

    /** Says that what this thread prints from now on is of Attest; returns whether that was so before. */
    public static boolean begin() {
        boolean[] speaking = SPEAKING.get();
        boolean before = speaking[0];
        speaking[0] = true;
        return before;
    }

    /** Says something of Attest's own. */
    public static void say(Runnable words) {
        boolean before = begin();
        try {
            words.run();
        } finally {
            end(before);
        }
    }

    /**
     * Ends what {@link #begin} began.
     *
     * @param before what that returned
     */
    public static void end(boolean before) {
        SPEAKING.get()[0] = before;
    }
}

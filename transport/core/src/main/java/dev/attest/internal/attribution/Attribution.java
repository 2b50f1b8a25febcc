package dev.attest.internal.attribution;

/** The test that output or a call belongs to, and how certain that is. The key is empty if there is none. */
public record Attribution(Certainty certainty, String key) {

    /** How the test was found. */
    public enum Certainty {
        /** The test is certain. */
        CERTAIN,
        /** The test created the thread of a pool that others may share, and others run or ran at the same time. */
        MAKER,
        /** The only test that runs now. Others ran at the same time before, and one may have started the thread. */
        LEFT_ALONE,
        /** The test begins next on this thread: its instance is being created. */
        NEXT,
        /** There is no test, or several are possible. */
        NONE
    }

    static final Attribution NEXT = new Attribution(Certainty.NEXT, "");
    public static final Attribution NONE = new Attribution(Certainty.NONE, "");
}

package dev.attest.internal.attribution;

/**
 * Which test something belongs to, and why.
 *
 * @param key of the test; empty where there is none
 */
public record Attribution(Certainty certainty, String key) {

    /** Why it is that test. */
    public enum Certainty {
        /** There is no doubt. */
        CERTAIN,
        /** The thread was made within the test, but serves a pool that other tests may share, and others run or ran. */
        MAKER,
        /**
         * No other test is running, but others were at the same time before, and one of those may have left it behind.
         */
        LEFT_ALONE,
        /** It is the test that begins next on this thread: its instance is being made. */
        NEXT,
        /** It is none, or cannot be told. */
        NONE
    }

    static final Attribution NEXT = new Attribution(Certainty.NEXT, "");
    static final Attribution NONE = new Attribution(Certainty.NONE, "");
}

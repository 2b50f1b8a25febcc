package dev.attest.spi;

/**
 * Tells the plans of the build from those that a test starts, such as the {@code Launcher} in a test of an extension.
 * Only the adapters report the former. A plan is nested if another plan has not ended on the calling thread, or on the
 * thread that created it. Call on the threads of the framework. No method throws. Thread-safe.
 */
public interface PlanNesting {

    /** What begins. */
    enum Kind {
        /** A plan that somebody started. */
        PLAN,
        /** A part of the plan that the calling thread works for, if any: an engine runs another framework. */
        PART,
        /** A run without tests, as for discovery. It is never reported. */
        DRY_RUN
    }

    /**
     * Reports that a plan begins on the calling thread.
     *
     * @return whether the plan is reported
     */
    boolean enter(Kind kind);

    /** Reports the end of the plan that the calling thread entered last. */
    void leave();

    /** Returns whether the calling thread works for a plan that is not reported. */
    boolean isNested();
}

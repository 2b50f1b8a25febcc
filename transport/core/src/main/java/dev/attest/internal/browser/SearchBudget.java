package dev.attest.internal.browser;

import java.time.Duration;

/** Limits a search in number and time. A large graph of objects must not hold up the tests. */
final class SearchBudget {

    private final long deadline;
    private int steps;
    private boolean exhausted;

    SearchBudget(int steps, Duration timeLimit) {
        this.steps = steps;
        this.deadline = System.nanoTime() + timeLimit.toNanos();
    }

    /** Takes one step. Returns false if none is left. */
    boolean spend() {
        exhausted = exhausted || steps-- <= 0 || System.nanoTime() - deadline > 0;
        return !exhausted;
    }

    /** Returns whether a step was denied. */
    boolean isExhausted() {
        return exhausted;
    }
}

package dev.attest.standin.faults;

import dev.attest.standin.faults.Faults.ActiveFault;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A fault in use: the number of requests it saw, and its own stream of random numbers. */
final class ActiveRule {

    private final int id;
    private final FaultDefinition rule;
    private final SplittableRandom random;
    private long seen;
    private long struck;
    private @Nullable Instant began;

    ActiveRule(int id, FaultDefinition rule, long seed) {
        this.id = id;
        this.rule = rule;
        this.random = new SplittableRandom(seed + id);
    }

    int id() {
        return id;
    }

    Fault fault() {
        return rule.fault();
    }

    @SuppressWarnings("ReferenceEquality") // Two equal faults may be active.
    boolean yields(Fault fault) {
        return rule.fault() == fault;
    }

    /** Counts a request. Returns whether the fault applies to it. */
    boolean appliesTo(String method, String path, long size, Instant now) {
        var condition = rule.condition();
        if (!condition.counts(method, path, size)) {
            return false;
        }
        seen++;
        // Every turn draws a number, so that the stream depends on the requests only.
        return condition.isTurnOf(seen) && random.nextDouble() < condition.chance() && !isOver(now);
    }

    void countStrike(Instant now) {
        struck++;
        if (began == null) {
            began = now;
        }
    }

    private boolean isOver(Instant now) {
        var condition = rule.condition();
        return struck >= condition.times()
                || (began != null && Duration.between(began, now).compareTo(condition.span()) >= 0);
    }

    ActiveFault view(Instant now) {
        return new ActiveFault(
                id,
                rule.text(),
                seen,
                struck,
                isOver(now) || seen >= rule.condition().last());
    }
}

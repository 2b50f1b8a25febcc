package dev.attest.standin.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A rule at work: what it has seen, and its own stream of random numbers. */
final class StandingRule {

    private final int id;
    private final Rule rule;
    private final SplittableRandom random;
    private long seen;
    private long struck;
    private @Nullable Instant began;

    StandingRule(int id, Rule rule, long seed) {
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

    @SuppressWarnings("ReferenceEquality") // Two rules may say the same.
    boolean isOf(Fault fault) {
        return rule.fault() == fault;
    }

    /** Counts a request, and returns whether to strike it. */
    boolean wants(String method, String path, long size, Instant now) {
        var occasion = rule.occasion();
        if (!occasion.counts(method, path, size)) {
            return false;
        }
        seen++;
        // A number is drawn at each turn, whatever else holds: the stream depends on the requests alone.
        return occasion.isTurnOf(seen) && random.nextDouble() < occasion.chance() && !spent(now);
    }

    void strike(Instant now) {
        struck++;
        if (began == null) {
            began = now;
        }
    }

    private boolean spent(Instant now) {
        var occasion = rule.occasion();
        return struck >= occasion.times()
                || (began != null && Duration.between(began, now).compareTo(occasion.span()) >= 0);
    }

    ActiveFault view(Instant now) {
        return new ActiveFault(
                id,
                rule.text(),
                seen,
                struck,
                spent(now) || seen >= rule.occasion().last());
    }
}

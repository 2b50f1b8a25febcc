package dev.attest.standin.faults;

import java.time.Duration;
import java.util.List;

/**
 * The faults that a service starts with.
 *
 * @param rules the faults, see {@link FaultGrammar}
 * @param seed of the random numbers of {@code chance}
 * @param latency the wait before every reply of the APIs
 */
public record FaultPlan(List<String> rules, long seed, Duration latency) {

    /** No faults, no latency. */
    public static final FaultPlan NONE = new FaultPlan(List.of(), 0, Duration.ZERO);

    /** Copies the list. */
    public FaultPlan {
        rules = List.copyOf(rules);
    }

    /**
     * Reads a latency, such as {@code 20ms}.
     *
     * @throws IllegalArgumentException naming what is expected
     */
    public static Duration latency(String text) {
        return new RuleToken("latency", text, false).duration();
    }
}

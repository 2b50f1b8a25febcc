package dev.attest.standin.faults;

import java.time.Duration;
import java.util.List;

/**
 * How a service misbehaves from its start.
 *
 * @param rules in the words of {@link FaultGrammar}
 * @param seed of whatever is left to chance
 * @param latency of every reply of the API
 */
public record FaultPlan(List<String> rules, long seed, Duration latency) {

    /** The plan of a service that does not. */
    public static final FaultPlan NONE = new FaultPlan(List.of(), 0, Duration.ZERO);

    /** Copies the list. */
    public FaultPlan {
        rules = List.copyOf(rules);
    }

    /**
     * Reads a latency, such as {@code 20ms}.
     *
     * @throws IllegalArgumentException with what was expected
     */
    public static Duration latency(String text) {
        return new Word("latency", text, false).duration();
    }
}

package dev.attest.standin.faults;

import dev.attest.standin.faults.MatchCondition.PathPattern;
import java.time.Duration;
import java.util.List;

/** Collects the options of a fault that say which requests it applies to. */
final class ConditionParser {

    static final List<String> NAMES =
            List.of("nth", "every", "from", "to", "times", "chance", "for", "min-size", "max-size");

    private long minSize = -1;
    private long maxSize = Long.MAX_VALUE;
    private long first = 1;
    private long last = Long.MAX_VALUE;
    private long every = 1;
    private double chance = 1;
    private long times = Long.MAX_VALUE;
    private Duration span = Duration.ofSeconds(Long.MAX_VALUE);

    /** Reads an option. Returns false if it is not one of {@link #NAMES}. */
    boolean accept(RuleToken token) {
        switch (token.name()) {
            case "nth" -> {
                first = token.count();
                last = first;
            }
            case "every" -> every = token.count();
            case "from" -> first = token.count();
            case "to" -> last = token.count();
            case "times" -> times = token.count();
            case "chance" -> chance = token.chance();
            case "for" -> span = token.duration();
            case "min-size" -> minSize = token.size();
            case "max-size" -> {
                maxSize = token.size();
                minSize = Math.max(0, minSize);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    MatchCondition condition(TokenizedRule rule) {
        if (first > last) {
            throw new IllegalArgumentException("No request matches: from=" + first + " is after to=" + last + ".");
        }
        if (minSize > maxSize) {
            throw new IllegalArgumentException(
                    "No request matches: min-size=" + minSize + " is more than max-size=" + maxSize + ".");
        }
        var path = PathPattern.of(rule.path());
        return new MatchCondition(rule.methods(), path, minSize, maxSize, first, last, every, chance, times, span);
    }
}

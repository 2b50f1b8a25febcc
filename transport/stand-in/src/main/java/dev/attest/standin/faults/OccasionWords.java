package dev.attest.standin.faults;

import java.time.Duration;
import java.util.List;

/** The words of a rule that say when. */
final class OccasionWords {

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

    /** Takes a word in, and returns whether it is one of these. */
    boolean take(Word word) {
        switch (word.name()) {
            case "nth" -> {
                first = word.count();
                last = first;
            }
            case "every" -> every = word.count();
            case "from" -> first = word.count();
            case "to" -> last = word.count();
            case "times" -> times = word.count();
            case "chance" -> chance = word.chance();
            case "for" -> span = word.duration();
            case "min-size" -> minSize = word.size();
            case "max-size" -> {
                maxSize = word.size();
                minSize = Math.max(0, minSize);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    Occasion of(Sentence sentence) {
        if (first > last) {
            throw new IllegalArgumentException("No request is both from=" + first + " and to=" + last + ".");
        }
        if (minSize > maxSize) {
            throw new IllegalArgumentException(
                    "No request is both of min-size=" + minSize + " and of max-size=" + maxSize + ".");
        }
        var path = PathPattern.of(sentence.path());
        return new Occasion(sentence.methods(), path, minSize, maxSize, first, last, every, chance, times, span);
    }
}

package dev.attest.internal.summary;

import dev.attest.spi.Outcome;

/**
 * Numbers of tests by what their last attempts came to. A test with several attempts counts once.
 *
 * @param retried those of the passed ones that failed before
 * @param quarantined those of the broken ones that are known to fail
 */
public record Counts(int passed, int failed, int skipped, int notStarted, int aborted, int retried, int quarantined) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    public int all() {
        return passed + failed + skipped + notStarted + aborted;
    }

    /** Returns the number of those that neither passed nor were skipped on purpose. */
    int broken() {
        return failed + notStarted + aborted;
    }

    Counts plus(Counts other) {
        return new Counts(
                passed + other.passed,
                failed + other.failed,
                skipped + other.skipped,
                notStarted + other.notStarted,
                aborted + other.aborted,
                retried + other.retried,
                quarantined + other.quarantined);
    }

    /** Returns words such as {@code 117 passed, 1 failed, 2 skipped, 3 passed only after a retry}. */
    public String inWords() {
        StringBuilder words = new StringBuilder().append(passed).append(" passed");
        append(words, failed, "failed");
        append(words, notStarted, "not started");
        append(words, aborted, "cut off");
        append(words, skipped, "skipped");
        append(words, retried, "passed only after a retry");
        append(words, quarantined, "of the failures quarantined");
        return words.toString();
    }

    private static void append(StringBuilder words, int number, String what) {
        if (number > 0) {
            words.append(", ").append(number).append(' ').append(what);
        }
    }

    static boolean isBroken(Outcome outcome) {
        return outcome != Outcome.PASSED && outcome != Outcome.SKIPPED;
    }
}

package dev.attest.internal.history;

import dev.attest.spi.Outcome;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the past of a test says about its last result.
 *
 * <pre>
 * new
 * new: no earlier result in 14 days
 * regression: passed in the 12 runs before
 * failing since build 20261201.3 (2026-12-01)
 * failing since build 20261201.3 (2026-12-01) or longer
 * flaky: failed 4 of 20 in 14 days
 * slow: 14 s, usually 3 s</pre>
 *
 * @param words for people; empty if there is nothing to say
 * @param passedInARow how many of the latest earlier results in a row have passed at once
 */
public record Judgement(Kind kind, String words, int passedInARow) {

    /** What a failure is, in the order in which people want to see them. */
    public enum Kind {
        REGRESSION,
        NEW,
        /** There is no earlier result of the test. */
        FIRST,
        /** Nothing is known of its past, or the test did not fail. */
        UNKNOWN,
        FLAKY,
        FAILING,
        /** A file of the project says that it is known. */
        QUARANTINED
    }

    public static final Judgement NONE = new Judgement(Kind.UNKNOWN, "", 0);

    /** Fewer earlier results say little. */
    static final int ENOUGH = 5;

    /** Less than that is not worth a word. */
    private static final long NOTABLE_MILLIS = 1_000;

    public Judgement {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(words, "words");
    }

    /**
     * Judges the last result of a test.
     *
     * @param outcome of its last attempt
     * @param retried whether an earlier attempt failed
     */
    public static Judgement of(Outcome outcome, boolean retried, long millis, TestPast past) {
        return switch (outcome) {
            case FAILED -> ofFailure(past);
            case PASSED -> ofPassed(retried, millis, past);
            // Somebody stopped the build, or something around the test failed, which has a result of its own.
            case ABORTED, NOT_STARTED, SKIPPED -> NONE;
        };
    }

    private static Judgement ofFailure(TestPast past) {
        String flaky = past.isFlaky() ? flaky(past) : "";
        if (past.failedLast()) {
            String words = failing(past.failing()) + (past.mayFailLonger() ? " or longer" : "");
            return new Judgement(Kind.FAILING, join(words, flaky), past.passedInARow());
        }
        int passed = past.passedInARow();
        if (!flaky.isEmpty()) {
            return new Judgement(Kind.FLAKY, flaky, passed);
        }
        if (passed >= ENOUGH) {
            return new Judgement(Kind.REGRESSION, "regression: passed in the " + passed + " runs before", passed);
        }
        return past.earlier().isEmpty()
                ? new Judgement(Kind.FIRST, "new: no earlier result" + within(past), passed)
                : new Judgement(Kind.NEW, "new", passed);
    }

    private static Judgement ofPassed(boolean retried, long millis, TestPast past) {
        List<String> words = new ArrayList<>();
        if (retried && past.failures() > 0) {
            words.add(flaky(past));
        }
        String slow = slow(millis, past);
        if (slow != null) {
            words.add(slow);
        }
        return new Judgement(Kind.UNKNOWN, String.join("; ", words), past.passedInARow());
    }

    /**
     * Returns the judgement of a failure that a file of the project calls known.
     *
     * @param why until when and for what reason
     */
    public Judgement quarantined(String why) {
        return new Judgement(Kind.QUARANTINED, join(why, words), passedInARow);
    }

    private static String join(String words, String more) {
        return more.isEmpty() ? words : words + "; " + more;
    }

    private static String failing(FailingSince since) {
        String date = since.at().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return since.build().isEmpty()
                ? "failing since " + date
                : "failing since build " + since.build() + " (" + date + ")";
    }

    private static String flaky(TestPast past) {
        return "flaky: failed " + past.failures() + " of " + past.earlier().size() + within(past);
    }

    private static String within(TestPast past) {
        return past.days() == 0 ? "" : past.days() == 1 ? " in a day" : " in " + past.days() + " days";
    }

    /** A test is slow if it takes at least twice as long as usual. What is usual is the median. */
    private static @Nullable String slow(long millis, TestPast past) {
        List<Long> durations = past.durations();
        if (durations.size() < ENOUGH) {
            return null;
        }
        long usual = durations.get(durations.size() / 2);
        boolean slow = millis >= 2 * usual && millis - usual >= NOTABLE_MILLIS;
        return slow ? "slow: " + seconds(millis) + ", usually " + seconds(usual) : null;
    }

    private static String seconds(long millis) {
        return millis >= 10_000
                ? Math.round(millis / 1000.0) + " s"
                : millis >= 1_000
                        ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0).replace(".0 ", " ")
                        : millis + " ms";
    }

    /** Returns whether a duration may be worth a question. */
    public static boolean isNotable(long millis) {
        return millis >= NOTABLE_MILLIS;
    }
}

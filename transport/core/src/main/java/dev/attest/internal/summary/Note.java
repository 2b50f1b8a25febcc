package dev.attest.internal.summary;

import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.quarantine.KnownFailure;
import dev.attest.internal.text.Texts;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a result until the end of its JVM. A failure may have a million characters.
 *
 * @param message first line of the reason why it did not pass; empty if it passed
 * @param trace the beginning of its stack trace
 * @param known the entry of a quarantine file that covers its test; null if none does
 */
record Note(
        int row,
        TestDescription test,
        String title,
        Outcome outcome,
        int attempt,
        long millis,
        String message,
        String trace,
        @Nullable KnownFailure known) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_MESSAGE = 300;
    private static final int LONGEST_TRACE = 8_000;

    static Note of(Result result, @Nullable KnownFailure known) {
        Failure failure = result.failure();
        return new Note(
                result.row(),
                result.test(),
                cut(result.test().title(), LONGEST_TITLE),
                result.outcome(),
                result.attempt(),
                result.duration().toMillis(),
                failure == null ? "" : cut(firstLine(failure.message()), LONGEST_MESSAGE),
                failure == null ? "" : head(failure.stackTrace()),
                known);
    }

    /** Returns whether its failure is known to come. */
    boolean isQuarantined() {
        return known != null && !known.expired() && Counts.isBroken(outcome);
    }

    ReviewedTest reviewed() {
        return new ReviewedTest(row, test, outcome, attempt, millis);
    }

    /** The message of the exception, which comes first in a trace, may be long. */
    private static String head(String trace) {
        int frames = Math.max(0, trace.indexOf("\n\tat "));
        return trace.substring(frames, Math.min(trace.length(), frames + LONGEST_TRACE));
    }

    private static String firstLine(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(start, end);
    }

    private static String cut(String text, int longest) {
        return Texts.clean(Texts.cut(text, longest, "…"));
    }
}

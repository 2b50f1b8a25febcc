package dev.attest.cli.report;

import dev.attest.spi.Outcome;
import java.util.Locale;

/** How a test ended, in the words of the report. What a person has to look at comes first. */
public enum Verdict {
    FAILED,
    ABORTED,
    NOT_RUN,
    OTHER,
    SKIPPED,
    PASSED;

    static Verdict of(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> PASSED;
            case FAILED -> FAILED;
            case SKIPPED -> SKIPPED;
            case NOT_STARTED -> NOT_RUN;
            case ABORTED -> ABORTED;
        };
    }

    /** Returns the verdict of an outcome of Azure DevOps. */
    static Verdict ofAzure(String outcome) {
        return switch (outcome.toLowerCase(Locale.ROOT)) {
            case "passed" -> PASSED;
            case "failed", "error", "timeout" -> FAILED;
            case "aborted" -> ABORTED;
            case "notexecuted", "notapplicable", "notimpacted" -> SKIPPED;
            case "blocked" -> NOT_RUN;
            default -> OTHER;
        };
    }

    /** Returns whether a person has to look at it. */
    boolean isTrouble() {
        return this == FAILED || this == ABORTED || this == NOT_RUN;
    }

    /** Returns the word for people, such as {@code not run}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the name for the style sheet, such as {@code not-run}. */
    String style() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

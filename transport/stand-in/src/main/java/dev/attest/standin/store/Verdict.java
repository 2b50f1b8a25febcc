package dev.attest.standin.store;

import java.util.Arrays;
import java.util.Set;

/** What a result means for the failures of its test. */
public enum Verdict {
    /** The result is a failure. */
    FAILED("F"),
    /** The result passed, and ends a chain of failures. */
    PASSED("P"),
    /** The result is neither, and ends a chain of failures. */
    ENDING("E"),
    /** The result is neither, or not completed, and changes nothing. */
    NEUTRAL("");

    /** The outcomes that are failures. */
    static final Set<String> FAILURES = Set.of("Failed", "Error", "Timeout", "Aborted");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    /**
     * Returns the verdict of a completed result.
     *
     * @param otherwise the verdict of a result that neither passed nor failed
     */
    public static Verdict of(String outcome, Verdict otherwise) {
        return FAILURES.contains(outcome) ? FAILED : outcome.equals("Passed") ? PASSED : otherwise;
    }

    /** Returns the verdict with this value in the database. */
    static Verdict stored(String code) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.code.equals(code))
                .findFirst()
                .orElse(NEUTRAL);
    }

    /** Returns the value in the database. */
    String code() {
        return code;
    }
}

package dev.attest.internal.config.setting;

import java.util.Map;

/**
 * The names of the statuses of tests in a project of QAComplete, which can define its own.
 *
 * @param passed of tests that passed
 * @param failed of tests that failed
 * @param skipped of tests that were skipped on purpose
 * @param notStarted of tests that did not run because something before them failed
 * @param aborted of tests that had not ended when their JVM ended
 */
public record StatusNames(String passed, String failed, String skipped, String notStarted, String aborted) {

    /** Those that every new project has. */
    public static final StatusNames DEFAULT = new StatusNames("Passed", "Failed", "Skipped", "Blocked", "Failed");

    /** Returns the names by their keys, and the default of each that is absent. */
    static StatusNames of(Map<String, String> names) {
        return new StatusNames(
                names.getOrDefault("passed", DEFAULT.passed()),
                names.getOrDefault("failed", DEFAULT.failed()),
                names.getOrDefault("skipped", DEFAULT.skipped()),
                names.getOrDefault("not-started", DEFAULT.notStarted()),
                names.getOrDefault("aborted", DEFAULT.aborted()));
    }

    /** Returns the text that sets these names. */
    @Override
    public String toString() {
        return "passed=" + passed + ", failed=" + failed + ", skipped=" + skipped + ", not-started=" + notStarted
                + ", aborted=" + aborted;
    }
}

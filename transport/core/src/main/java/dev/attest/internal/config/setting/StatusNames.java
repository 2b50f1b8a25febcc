package dev.attest.internal.config.setting;

import java.util.List;

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

    private static final List<String> NAMES = List.of("passed", "failed", "skipped", "not-started", "aborted");

    static final ValueType<StatusNames> TYPE = new ValueType<>(NamedValues.accepted(NAMES), StatusNames::parse);

    /** Those that every new project has. */
    public static final StatusNames DEFAULT = new StatusNames("Passed", "Failed", "Skipped", "Blocked", "Failed");

    private static StatusNames parse(String text) {
        NamedValues names = NamedValues.parse(text, NAMES);
        return new StatusNames(
                names.get("passed", DEFAULT.passed()),
                names.get("failed", DEFAULT.failed()),
                names.get("skipped", DEFAULT.skipped()),
                names.get("not-started", DEFAULT.notStarted()),
                names.get("aborted", DEFAULT.aborted()));
    }

    /** Returns the text that sets these names. */
    @Override
    public String toString() {
        return "passed=" + passed + ", failed=" + failed + ", skipped=" + skipped + ", not-started=" + notStarted
                + ", aborted=" + aborted;
    }
}

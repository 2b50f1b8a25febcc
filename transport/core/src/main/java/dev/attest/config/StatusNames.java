package dev.attest.config;

/**
 * What the statuses of tests are called in a project of QAComplete, which may have lists of its own.
 *
 * @param passed of tests that passed
 * @param failed of tests that failed
 * @param skipped of tests that did not run on purpose
 * @param notStarted of tests that did not run because something before them failed
 * @param aborted of tests whose JVM ended before they did
 */
public record StatusNames(String passed, String failed, String skipped, String notStarted, String aborted) {

    /** Those that every project has at first. */
    public static final StatusNames DEFAULT = new StatusNames("Passed", "Failed", "Skipped", "Blocked", "Failed");

    static StatusNames parse(String text) {
        Pairs pairs = Pairs.parse(text, "passed", "failed", "skipped", "not-started", "aborted");
        return new StatusNames(
                pairs.get("passed", DEFAULT.passed()),
                pairs.get("failed", DEFAULT.failed()),
                pairs.get("skipped", DEFAULT.skipped()),
                pairs.get("not-started", DEFAULT.notStarted()),
                pairs.get("aborted", DEFAULT.aborted()));
    }

    /** Returns the form in which they are set. */
    @Override
    public String toString() {
        return "passed=" + passed + ", failed=" + failed + ", skipped=" + skipped + ", not-started=" + notStarted
                + ", aborted=" + aborted;
    }
}

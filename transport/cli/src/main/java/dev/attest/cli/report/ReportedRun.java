package dev.attest.cli.report;

import java.time.Duration;
import java.util.List;

/**
 * A run, wherever it was read from. The texts are untrusted.
 *
 * @param page that shows the run at its service; may be empty
 * @param remarks what a reader has to know of the run, each a sentence
 * @param complete whether all of it could be read
 */
public record ReportedRun(
        String title,
        String page,
        List<Fact> facts,
        List<Test> tests,
        List<ReportFile> files,
        List<String> remarks,
        boolean complete) {

    public ReportedRun {
        facts = List.copyOf(facts);
        tests = List.copyOf(tests);
        files = List.copyOf(files);
        remarks = List.copyOf(remarks);
    }

    /** A line of what is known of a run. */
    public record Fact(String name, String value) {}

    /**
     * A test with its attempts, the last of which decides.
     *
     * @param group class or file of the test
     */
    public record Test(String group, String title, List<Attempt> attempts) {

        public Test {
            attempts = List.copyOf(attempts);
        }

        Verdict verdict() {
            return attempts.get(attempts.size() - 1).verdict();
        }

        Duration duration() {
            return attempts.stream().map(Attempt::duration).reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** An attempt at a test. Texts are empty if there are none. */
    public record Attempt(
            Verdict verdict,
            Duration duration,
            String message,
            String stackTrace,
            String comment,
            List<ReportFile> files) {

        public Attempt {
            files = List.copyOf(files);
        }
    }
}

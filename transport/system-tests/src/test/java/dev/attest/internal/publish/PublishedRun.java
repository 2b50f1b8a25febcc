package dev.attest.internal.publish;

import dev.attest.testkit.ServiceView;
import dev.attest.testkit.ServiceView.Attachment;
import dev.attest.testkit.ServiceView.Attempt;
import dev.attest.testkit.ServiceView.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the service has of a run, as lines.
 *
 * <pre>
 * test1 attempt 1 Failed    an attempt
 * test1 1 file 2            a file of it
 * run file 7                a file of the run
 * </pre>
 *
 * @param states of all runs with its title
 */
record PublishedRun(List<String> states, List<String> attempts, List<String> files) {

    private static final Pattern COMMENT = Pattern.compile("(?:Attempt (\\d+), )?(file \\d+), sha256:.*");

    static PublishedRun read(ServiceView service, String title) {
        PublishedRun run = new PublishedRun(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ServiceView.Run each : service.runs()) {
            if (each.name().equals(title)) {
                run.add(service, each);
            }
        }
        return run;
    }

    private void add(ServiceView service, ServiceView.Run run) {
        states.add(run.state());
        service.attachments(run.id()).forEach(file -> files.add(line("run", file, 0)));
        for (Result result : service.results(run.id())) {
            service.attachments(run.id(), result.id()).forEach(file -> files.add(line(result.title(), file, 0)));
            for (Attempt attempt : result.attempts()) {
                attempts.add(line(result.title(), attempt.comment(), attempt.outcome()));
                service.attachments(run.id(), result.id(), attempt)
                        .forEach(file -> files.add(line(result.title(), file, attempt.number())));
            }
            if (result.attempts().isEmpty()) {
                attempts.add(line(result.title(), result.comment(), result.outcome()));
            }
        }
    }

    private static String line(String test, String attempt, String outcome) {
        return test + " " + attempt + " " + outcome;
    }

    /** A file of the first attempt may have come before there was a second, and is the row's then. */
    private static String line(String owner, Attachment file, int place) {
        Matcher comment = COMMENT.matcher(file.comment());
        if (!comment.matches()) {
            return owner + " has a file without a number: " + file;
        }
        String attempt = comment.group(1);
        boolean misplaced = place != 0 && !String.valueOf(place).equals(attempt);
        return owner + (attempt == null ? "" : " " + attempt) + " " + comment.group(2)
                + (misplaced ? " at attempt " + place : "");
    }
}

package dev.attest.internal.qacomplete;

import dev.attest.internal.config.setting.StatusNames;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.Json;
import dev.attest.internal.text.Texts;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The update of an item from the last attempts of its tests. The worst outcome of these tests counts.
 *
 * <pre>{"StatusCode":"Failed","RunTime":2,"SaveToTestLibrary":false,
 *  "Steps":[{"Seq":1,"TestRunResultId":501,"StatusCode":"Failed","ActualResult":"CartTest › adds(): Failed after 1512 ms.&lt;br>expected 2"}]}
 * </pre>
 *
 * <p>The actual result "can include HTML markup", so the texts of tests are escaped. {@code RunTime} is in whole
 * seconds, so the text of the first step contains the milliseconds. If the test passed, all steps are Passed. Otherwise
 * the other steps are not changed, because it is unknown which of them passed.
 */
record ItemUpdate(Item item, Collection<List<Result>> tests, StatusNames names) {

    private static final int LONGEST_MESSAGE = 2000;

    /** The limit is not documented, and a text that is too long causes a server error. */
    private static final int LONGEST_ACTUAL = 20_000;

    private static final int MOST_TESTS = 50;
    private static final List<Outcome> WORST_FIRST =
            List.of(Outcome.FAILED, Outcome.ABORTED, Outcome.NOT_STARTED, Outcome.PASSED, Outcome.SKIPPED);

    String status() {
        return name(worst());
    }

    String json(boolean withSteps) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("StatusCode", status());
        body.put("RunTime", seconds());
        body.put("SaveToTestLibrary", false);
        if (withSteps) {
            body.put("Steps", steps());
        }
        return Json.write(body);
    }

    private Outcome worst() {
        return tests.stream()
                .map(attempts -> last(attempts).outcome())
                .min(Comparator.comparing(WORST_FIRST::indexOf))
                .orElseThrow();
    }

    private long seconds() {
        Duration all = tests.stream().map(attempts -> last(attempts).duration()).reduce(Duration.ZERO, Duration::plus);
        return all.plusMillis(500).toSeconds();
    }

    private List<Map<String, Object>> steps() {
        List<Map<String, Object>> steps = new ArrayList<>();
        String actual = Texts.htmlLines(Texts.cutWithNote(actual(), LONGEST_ACTUAL));
        if (item.steps().isEmpty()) {
            steps.add(step(1, actual));
        }
        for (Item.Step each : item.steps()) {
            boolean first = steps.isEmpty();
            if (first || worst() == Outcome.PASSED) {
                Map<String, Object> step = step(each.seq(), first ? actual : "");
                step.put("TestRunResultId", Long.valueOf(each.id()));
                steps.add(step);
            }
        }
        return steps;
    }

    private Map<String, Object> step(int seq, String actual) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("Seq", seq);
        step.put("StatusCode", stepStatus());
        step.put("ActualResult", actual);
        return step;
    }

    /** Steps have no status Skipped. */
    private String stepStatus() {
        return worst() == Outcome.SKIPPED ? names.notStarted() : status();
    }

    private String actual() {
        String text = tests.stream().limit(MOST_TESTS).map(this::describe).collect(Collectors.joining("\n"));
        int more = tests.size() - MOST_TESTS;
        return more > 0 ? text + "\n… and " + more + " more" : text;
    }

    private String describe(List<Result> attempts) {
        Result last = last(attempts);
        String number = attempts.size() > 1 ? "attempt " + attempts.size() + ", " : "";
        StringBuilder text = new StringBuilder(last.test().title() + ": " + number + describe(last));
        for (int i = attempts.size() - 2; i >= 0; i--) {
            text.append("\nAttempt ").append(i + 1).append(": ").append(describe(attempts.get(i)));
        }
        return text.toString();
    }

    private String describe(Result result) {
        Failure failure = result.failure();
        String text = name(result.outcome()) + " after " + result.duration().toMillis() + " ms.";
        return failure == null ? text : text + "\n" + Texts.cutWithNote(failure.message(), LONGEST_MESSAGE);
    }

    private String name(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> names.passed();
            case FAILED -> names.failed();
            case SKIPPED -> names.skipped();
            case NOT_STARTED -> names.notStarted();
            case ABORTED -> names.aborted();
        };
    }

    private static Result last(List<Result> attempts) {
        return attempts.get(attempts.size() - 1);
    }
}

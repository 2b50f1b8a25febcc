package dev.attest.azure;

import dev.attest.config.TestNames;
import dev.attest.journal.event.Result;
import dev.attest.model.Failure;
import dev.attest.model.Outcome;
import dev.attest.model.ReportName;
import dev.attest.model.TestId;
import dev.attest.text.Texts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result as it travels.
 *
 * <pre>{"testCaseTitle":"adds","automatedTestName":"shop.CartTest.adds","automatedTestStorage":"shop.CartTest",
 *  "automatedTestId":"6f0a...","automatedTestType":"JUnit","outcome":"Failed","state":"Completed",
 *  "startedDate":"2026-11-21T08:00:00Z","completedDate":"2026-11-21T08:00:01.500Z","durationInMs":1500,
 *  "errorMessage":"expected 2","stackTrace":"...","comment":"...","computerName":"host7",
 *  "associatedBugs":[{"id":"4711"}],
 *  "testPoint":{"id":"2"},"testCase":{"id":"7"},"testCaseRevision":3}</pre>
 *
 * <p>Without {@code "state":"Completed"} a row stays pending for ever, also once its run is completed. The limits of the
 * texts are those that the service was seen to cut or refuse at. See
 * <a href="https://learn.microsoft.com/rest/api/azure/devops/test/results/add">Results: Add</a>.
 */
record ResultRow(
        String testCaseTitle,
        String automatedTestName,
        @Nullable String automatedTestStorage,
        String automatedTestId,
        String automatedTestType,
        String outcome,
        String state,
        Instant startedDate,
        Instant completedDate,
        long durationInMs,
        @Nullable String errorMessage,
        @Nullable String stackTrace,
        @Nullable String comment,
        @Nullable String computerName,
        @Nullable List<Map<String, String>> associatedBugs,
        @Nullable Reference testPoint,
        @Nullable Reference testCase,
        @Nullable Integer testCaseRevision) {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_MESSAGE = 4000;
    private static final int LONGEST_STACK_TRACE = 4000;
    private static final int LONGEST_COMMENT = 1000;

    /** @param computer where it ran; may be empty */
    static ResultRow of(Result result, String computer, TestNames names) {
        TestId id = result.test().id();
        Failure failure = result.failure();
        Instant started = Times.millis(result.started());
        // The service wants an end after the beginning, and takes no finer times than these for granted.
        long millis = Math.max(1, result.duration().toMillis());
        ReportName report = result.test().reportName();
        boolean asReported = names == TestNames.SUREFIRE;
        String name = name(id, asReported ? report.name() : id.qualifiedName());
        String storage = asReported ? report.className() : id.className();
        return new ResultRow(
                title(result, name),
                name,
                orNull(Texts.cutWithHash(Texts.clean(storage), LONGEST_NAME)),
                id.uuid().toString(),
                "JUnit",
                outcome(result.outcome()),
                "Completed",
                started,
                started.plusMillis(millis),
                millis,
                failure == null ? null : field(failure.message(), LONGEST_MESSAGE),
                failure == null ? null : field(failure.stackTrace(), LONGEST_STACK_TRACE),
                field(result.comment(), LONGEST_COMMENT),
                orNull(Texts.head(Texts.clean(computer), LONGEST_NAME)),
                null,
                null,
                null,
                null);
    }

    /** Returns this row, of that test case and no other. */
    ResultRow of(TestCaseLink link) {
        return new ResultRow(
                testCaseTitle,
                automatedTestName,
                automatedTestStorage,
                automatedTestId,
                automatedTestType,
                outcome,
                state,
                startedDate,
                completedDate,
                durationInMs,
                errorMessage,
                stackTrace,
                comment,
                computerName,
                associatedBugs,
                link.testPoint(),
                link.testCase(),
                link.testCaseRevision());
    }

    /** Returns this row with its work items. They come first in the comment, whose end may be cut. */
    ResultRow linkedTo(LinkedItems items) {
        String said = String.join("\n", items.others()) + (comment == null ? "" : "\n" + comment);
        return new ResultRow(
                testCaseTitle,
                automatedTestName,
                automatedTestStorage,
                automatedTestId,
                automatedTestType,
                outcome,
                state,
                startedDate,
                completedDate,
                durationInMs,
                errorMessage,
                stackTrace,
                items.others().isEmpty() ? comment : field(said, LONGEST_COMMENT),
                computerName,
                items.bugs().isEmpty()
                        ? null
                        : items.bugs().stream()
                                .map(id -> Map.of("id", String.valueOf(id)))
                                .toList(),
                testPoint,
                testCase,
                testCaseRevision);
    }

    /**
     * Returns the body that turns a row into this one. What is null here is so on purpose: a member that is left out would
     * keep the text of an earlier attempt. See
     * <a href="https://learn.microsoft.com/rest/api/azure/devops/test/results/update">Results: Update</a>.
     */
    Map<String, @Nullable Object> changesTo(long resultId) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("id", resultId);
        changes.put("outcome", outcome);
        changes.put("state", state);
        changes.put("startedDate", startedDate);
        changes.put("completedDate", completedDate);
        changes.put("durationInMs", durationInMs);
        changes.put("errorMessage", errorMessage);
        changes.put("stackTrace", stackTrace);
        changes.put("comment", comment);
        if (associatedBugs != null) {
            changes.put("associatedBugs", associatedBugs);
        }
        return changes;
    }

    /** Returns what this is as one of several attempts: it has no state, and texts that are absent are left out. */
    Map<String, Object> asAttempt(int number) {
        Map<String, Object> attempt = new LinkedHashMap<>();
        attempt.put("sequenceId", number);
        attempt.put("displayName", "Attempt# " + number);
        attempt.put("outcome", outcome);
        attempt.put("startedDate", startedDate);
        attempt.put("completedDate", completedDate);
        attempt.put("durationInMs", durationInMs);
        putIfPresent(attempt, "errorMessage", errorMessage);
        putIfPresent(attempt, "stackTrace", stackTrace);
        putIfPresent(attempt, "comment", comment);
        return attempt;
    }

    private static void putIfPresent(Map<String, Object> members, String name, @Nullable String text) {
        if (text != null) {
            members.put(name, text);
        }
    }

    private static String title(Result result, String name) {
        String title = Texts.clean(result.test().title()).strip();
        return title.isEmpty() ? name : Texts.cut(title, LONGEST_NAME, "…");
    }

    private static String name(TestId id, String given) {
        String name = Texts.clean(given).strip();
        return name.isEmpty() ? id.uuid().toString() : Texts.cutWithHash(name, LONGEST_NAME);
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "Passed";
            case FAILED -> "Failed";
            case SKIPPED, NOT_STARTED -> "NotExecuted";
            case ABORTED -> "Aborted";
        };
    }

    private static @Nullable String field(String text, int longest) {
        return orNull(Texts.cutWithNote(Texts.clean(text), longest));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}

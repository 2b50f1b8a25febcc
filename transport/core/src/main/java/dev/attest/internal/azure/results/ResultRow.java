package dev.attest.internal.azure.results;

import dev.attest.internal.azure.api.Reference;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.azure.plans.AutomatedTest;
import dev.attest.internal.azure.plans.TestCaseLink;
import dev.attest.internal.azure.workitems.ItemLinks.LinkedItems;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.text.Texts;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a result.
 *
 * <pre>{"testCaseTitle":"adds","automatedTestName":"shop.CartTest.adds","automatedTestStorage":"shop.CartTest",
 *  "automatedTestId":"6f0a...","automatedTestType":"JUnit","outcome":"Failed","state":"Completed",
 *  "startedDate":"2026-11-21T08:00:00Z","completedDate":"2026-11-21T08:00:01.500Z","durationInMs":1500,
 *  "errorMessage":"expected 2","stackTrace":"...","comment":"...","computerName":"host7",
 *  "associatedBugs":[{"id":"4711"}],
 *  "testPoint":{"id":"2"},"testCase":{"id":"7"},"testCaseRevision":3}</pre>
 *
 * <p>Without {@code "state":"Completed"} a result stays pending, even in a completed run. The limits of the texts were
 * observed at the service, which cuts or refuses longer ones. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/results/add">Results: Add</a>.
 *
 * @param computer host of the test; may be empty
 * @param items linked work items; they precede the text of the comment, whose end may be cut
 */
record ResultRow(Result result, AutomatedTest test, String computer, LinkedItems items, TestCaseLink link) {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_MESSAGE = 4000;
    private static final int LONGEST_STACK_TRACE = 4000;
    private static final int LONGEST_COMMENT = 1000;

    static ResultRow of(Result result, String computer, TestNames names) {
        AutomatedTest test = AutomatedTest.of(result.test(), names);
        return new ResultRow(result, test, computer, LinkedItems.NONE, TestCaseLink.NONE);
    }

    ResultRow withLink(TestCaseLink other) {
        return new ResultRow(result, test, computer, items, other);
    }

    ResultRow withItems(LinkedItems others) {
        return new ResultRow(result, test, computer, others, link);
    }

    Instant startedDate() {
        return Times.millis(result.started());
    }

    /** Returns the body that creates the result. The JSON omits members that are null. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("testCaseTitle", title());
        row.put("automatedTestName", test.name());
        row.put("automatedTestStorage", test.storage());
        row.put("automatedTestId", test.id());
        row.put("automatedTestType", AutomatedTest.TYPE);
        putExecution(row, true);
        row.put("computerName", orNull(Texts.head(Texts.clean(computer), LONGEST_NAME)));
        row.put("associatedBugs", bugs());
        row.put("testPoint", link.testPoint());
        row.put("testCase", link.testCase());
        row.put("testCaseRevision", link.testCaseRevision());
        return row;
    }

    /**
     * Returns the body that replaces the result. It contains members that are null, because an omitted member would
     * keep the text of an earlier attempt. See <a
     * href="https://learn.microsoft.com/rest/api/azure/devops/test/results/update">Results: Update</a>.
     */
    Map<String, @Nullable Object> changesTo(long resultId) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("id", resultId);
        putExecution(changes, true);
        if (bugs() != null) {
            changes.put("associatedBugs", bugs());
        }
        return changes;
    }

    /** Returns the body of a sub-result. It has no state and omits members that are null. */
    Map<String, @Nullable Object> asAttempt(int number) {
        Map<String, @Nullable Object> attempt = new LinkedHashMap<>();
        attempt.put("sequenceId", number);
        attempt.put("displayName", "Attempt# " + number);
        putExecution(attempt, false);
        attempt.values().removeIf(Objects::isNull);
        return attempt;
    }

    private void putExecution(Map<String, @Nullable Object> members, boolean withState) {
        // The end must be after the start. The precision of the service is one millisecond.
        long millis = Math.max(1, result.duration().toMillis());
        Failure failure = result.failure();
        members.put("outcome", outcome(result.outcome()));
        if (withState) {
            members.put("state", "Completed");
        }
        members.put("startedDate", startedDate());
        members.put("completedDate", startedDate().plusMillis(millis));
        members.put("durationInMs", millis);
        members.put("errorMessage", failure == null ? null : field(failure.message(), LONGEST_MESSAGE));
        members.put("stackTrace", failure == null ? null : field(failure.stackTrace(), LONGEST_STACK_TRACE));
        members.put("comment", comment());
    }

    private String title() {
        String title = Texts.clean(result.test().title()).strip();
        return title.isEmpty() ? test.name() : Texts.cut(title, LONGEST_NAME, "…");
    }

    private @Nullable String comment() {
        String own = field(result.comment(), LONGEST_COMMENT);
        return items.others().isEmpty()
                ? own
                : field(String.join("\n", items.others()) + (own == null ? "" : "\n" + own), LONGEST_COMMENT);
    }

    private @Nullable List<Reference> bugs() {
        return items.bugs().isEmpty()
                ? null
                : items.bugs().stream().map(Reference::to).toList();
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

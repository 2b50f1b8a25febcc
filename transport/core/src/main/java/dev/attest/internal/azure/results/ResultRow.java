package dev.attest.internal.azure.results;

import dev.attest.internal.azure.api.Reference;
import dev.attest.internal.azure.api.Times;
import dev.attest.internal.azure.plans.AutomatedTest;
import dev.attest.internal.azure.plans.TestCaseLink;
import dev.attest.internal.azure.workitems.ItemLinks.LinkedItems;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.text.Texts;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import java.time.Instant;
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

    /** Adds the members that create the result, without those that have no value. */
    void write(JsonText out) {
        out.member("testCaseTitle", title())
                .member("automatedTestName", test.name())
                .member("automatedTestStorage", test.storage())
                .member("automatedTestId", test.id())
                .member("automatedTestType", AutomatedTest.TYPE);
        writeTimes(out, true);
        out.optional("errorMessage", errorMessage())
                .optional("stackTrace", stackTrace())
                .optional("comment", comment())
                .optional("computerName", orNull(Texts.head(Texts.clean(computer), LONGEST_NAME)));
        writeBugs(out);
        Reference.write(out, "testPoint", link.testPoint());
        Reference.write(out, "testCase", link.testCase());
        if (link.testCaseRevision() != null) {
            out.member("testCaseRevision", link.testCaseRevision());
        }
    }

    /**
     * Adds the members that replace the result. Some are null, because an omitted member would keep the text of an
     * earlier attempt. See <a href="https://learn.microsoft.com/rest/api/azure/devops/test/results/update">Results:
     * Update</a>.
     */
    void writeChanges(JsonText out, long resultId) {
        out.member("id", resultId);
        writeTimes(out, true);
        out.nullable("errorMessage", errorMessage())
                .nullable("stackTrace", stackTrace())
                .nullable("comment", comment());
        writeBugs(out);
    }

    /**
     * Adds the members of a sub-result. It has no state, and none that have no value. Its label counts from 0, as those
     * of the task PublishTestResults do.
     */
    void writeAttempt(JsonText out, int number) {
        String label = Texts.cut("Attempt# " + (number - 1) + " - " + title(), LONGEST_NAME, "…");
        out.member("sequenceId", number).member("displayName", label);
        writeTimes(out, false);
        out.optional("errorMessage", errorMessage())
                .optional("stackTrace", stackTrace())
                .optional("comment", comment());
    }

    private void writeTimes(JsonText out, boolean withState) {
        // The end must be after the start. The precision of the service is one millisecond.
        long millis = Math.max(1, result.duration().toMillis());
        out.member("outcome", outcome(result.outcome()));
        if (withState) {
            out.member("state", "Completed");
        }
        out.member("startedDate", Times.text(startedDate()))
                .member("completedDate", Times.text(startedDate().plusMillis(millis)))
                .member("durationInMs", millis);
    }

    private void writeBugs(JsonText out) {
        if (!items.bugs().isEmpty()) {
            Reference.write(
                    out,
                    "associatedBugs",
                    items.bugs().stream().map(Reference::to).toList());
        }
    }

    private @Nullable String errorMessage() {
        Failure failure = result.failure();
        return failure == null ? null : field(failure.message(), LONGEST_MESSAGE);
    }

    private @Nullable String stackTrace() {
        Failure failure = result.failure();
        return failure == null ? null : field(failure.stackTrace(), LONGEST_STACK_TRACE);
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

package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.ServiceEnum;
import dev.attest.standin.azure.rest.WritableField;
import dev.attest.standin.rules.ApiVersion;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.ResultStore.ResultDraft;
import dev.attest.standin.store.ResultStore.ResultRow;
import dev.attest.standin.store.SubResultStore.SubResultDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a new or changed result from a request. */
final class ResultRequest {

    private static final int ERROR_MESSAGE = 4000;
    private static final int COMMENT = 1000;
    private static final int NAME = 256;

    private static final List<WritableField> SHARED = List.of(
            WritableField.of("durationInMs", WritableField.FieldKind.NUMBER),
            WritableField.of("startedDate", WritableField.FieldKind.DATE),
            WritableField.of("completedDate", WritableField.FieldKind.DATE),
            WritableField.of("errorMessage", WritableField.FieldKind.TEXT),
            WritableField.of("stackTrace", WritableField.FieldKind.TEXT),
            WritableField.of("comment", WritableField.FieldKind.TEXT),
            WritableField.of("computerName", WritableField.FieldKind.TEXT),
            WritableField.of("configuration", WritableField.FieldKind.REFERENCE),
            WritableField.of("customFields", WritableField.FieldKind.ARRAY),
            WritableField.of("resultGroupType", WritableField.FieldKind.TEXT),
            WritableField.of("outcome", WritableField.FieldKind.TEXT));

    private static final List<WritableField> RESULT = Stream.concat(
                    SHARED.stream(),
                    Stream.of(
                            WritableField.of("testCaseTitle", WritableField.FieldKind.TEXT),
                            WritableField.of("automatedTestName", WritableField.FieldKind.TEXT),
                            WritableField.of("automatedTestStorage", WritableField.FieldKind.TEXT),
                            WritableField.of("automatedTestType", WritableField.FieldKind.TEXT),
                            WritableField.of("automatedTestTypeId", WritableField.FieldKind.TEXT),
                            WritableField.of("automatedTestId", WritableField.FieldKind.TEXT),
                            WritableField.of("testCase", WritableField.FieldKind.REFERENCE),
                            WritableField.of("testCaseRevision", WritableField.FieldKind.NUMBER),
                            WritableField.of("testPoint", WritableField.FieldKind.REFERENCE),
                            WritableField.of("testPlan", WritableField.FieldKind.REFERENCE),
                            WritableField.of("testSuite", WritableField.FieldKind.REFERENCE),
                            WritableField.of("area", WritableField.FieldKind.REFERENCE),
                            WritableField.of("priority", WritableField.FieldKind.NUMBER),
                            WritableField.of("failureType", WritableField.FieldKind.TEXT),
                            WritableField.of("resolutionState", WritableField.FieldKind.TEXT),
                            WritableField.of("runBy", WritableField.FieldKind.OBJECT),
                            WritableField.of("owner", WritableField.FieldKind.OBJECT),
                            WritableField.of("associatedBugs", WritableField.FieldKind.REFERENCES),
                            WritableField.of("state", WritableField.FieldKind.TEXT)))
            .toList();

    private static final List<WritableField> SUB_RESULT = Stream.concat(
                    SHARED.stream(),
                    Stream.of(
                            WritableField.of("displayName", WritableField.FieldKind.TEXT),
                            WritableField.of("sequenceId", WritableField.FieldKind.NUMBER)))
            .toList();

    private final Policy policy;
    private final ResultReferences references;
    private final TestOccurrences occurrences;
    private final boolean keepsSubResults;

    /** Creates a reader. Versions before 5.0 ignore sub-results like any unknown property. */
    ResultRequest(Policy policy, ResultReferences references, ApiVersion version) {
        this.policy = policy;
        this.references = references;
        this.occurrences = new TestOccurrences(policy);
        this.keepsSubResults = version.major() >= 5;
    }

    ResultDraft create(JsonNode item) {
        return draft(Json.object(), Json.objectIn(item, "results"), "Pending", "Unspecified");
    }

    ResultDraft update(ResultRow row, JsonNode item) {
        return draft(Json.stored(row.document()), Json.objectIn(item, "results"), row.state(), row.outcome());
    }

    private ResultDraft draft(ObjectNode document, ObjectNode body, String oldState, String oldOutcome) {
        WritableField.apply(RESULT, body, document);
        var state = word(document, "state", ServiceEnum.RESULT_STATE, oldState);
        var outcome = word(document, "outcome", ServiceEnum.OUTCOME, oldOutcome);
        var group = word(document, "resultGroupType", ServiceEnum.GROUP, "none");
        check(document);
        var duration = duration(document);
        document.remove(List.of("state", "outcome"));
        return new ResultDraft(
                title(document),
                outcome,
                state,
                group.equals("rerun"),
                duration,
                Json.text(document),
                occurrences.of(document, state, outcome),
                SearchedText.of(document, title(document)),
                references.point(document),
                references.bugs(document),
                subResults(Json.field(body, "subResults")));
    }

    private static String word(ObjectNode document, String name, ServiceEnum words, String otherwise) {
        var text = Json.text(document, name);
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        var word = words.read(text);
        document.put(name, word);
        return word;
    }

    private static String title(ObjectNode document) {
        var title = Json.text(document, "testCaseTitle");
        var name = Json.text(document, "automatedTestName");
        return title != null ? title : name != null ? name : "";
    }

    private void check(ObjectNode document) {
        var priority = document.get("priority");
        if (priority != null) {
            var number = priority.doubleValue();
            if (number != Math.rint(number) || number < 0 || number > 255) {
                throw Refusal.property("Priority", "The value " + number + " is not valid for the property Priority.");
            }
            document.put("priority", (int) number);
        }
        if (policy.holds(Assumption.SHORT_NAMES)) {
            refuseLonger(document, "testCaseTitle", NAME);
            refuseLonger(document, "automatedTestName", NAME);
        }
        checkTexts(document);
    }

    private void checkTexts(ObjectNode document) {
        if (policy.holds(Assumption.SHORT_COMMENTS)) {
            refuseLonger(document, "comment", COMMENT);
        }
        var message = Json.text(document, "errorMessage");
        if (message != null && message.length() > ERROR_MESSAGE && policy.holds(Assumption.CUT_ERROR_MESSAGES)) {
            document.put("errorMessage", message.substring(0, ERROR_MESSAGE));
        }
    }

    private static void refuseLonger(ObjectNode document, String name, int limit) {
        var text = Json.text(document, name);
        if (text != null && text.length() > limit) {
            throw Refusal.property(name, "The length of " + name + " exceeds " + limit + " characters.");
        }
    }

    private double duration(ObjectNode document) {
        var started = Json.text(document, "startedDate");
        var completed = Json.text(document, "completedDate");
        var given = document.get("durationInMs");
        if (started == null || completed == null) {
            return given == null ? 0 : given.doubleValue();
        }
        var taken =
                Duration.between(AzureDates.read(started, "startedDate"), AzureDates.read(completed, "completedDate"));
        if ((taken.isNegative() || taken.isZero()) && policy.holds(Assumption.START_BEFORE_END)) {
            throw Refusal.property("CompletedDate", "The completed date must be later than the started date.");
        }
        return given == null ? taken.toNanos() / 1e6 : given.doubleValue();
    }

    private List<SubResultDraft> subResults(@Nullable JsonNode items) {
        var drafts = new ArrayList<SubResultDraft>();
        if (items != null && keepsSubResults) {
            for (var item : items) {
                drafts.add(subResult(Json.objectIn(item, "subResults")));
            }
        }
        return drafts;
    }

    private SubResultDraft subResult(ObjectNode body) {
        var document = Json.object();
        WritableField.apply(SUB_RESULT, body, document);
        word(document, "outcome", ServiceEnum.OUTCOME, "Unspecified");
        word(document, "resultGroupType", ServiceEnum.GROUP, "none");
        checkTexts(document);
        document.put("durationInMs", (long) duration(document));
        var sequence = document.get("sequenceId");
        if (sequence != null) {
            document.put("sequenceId", sequence.intValue());
        }
        return new SubResultDraft(Json.text(document), subResults(Json.field(body, "subResults")));
    }
}

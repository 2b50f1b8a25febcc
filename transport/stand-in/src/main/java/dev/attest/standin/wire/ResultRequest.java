package dev.attest.standin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.ApiVersion;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.ResultDraft;
import dev.attest.standin.store.ResultRow;
import dev.attest.standin.store.SubResultDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a request wants a result to be. */
final class ResultRequest {

    private static final int ERROR_MESSAGE = 4000;
    private static final int COMMENT = 1000;
    private static final int NAME = 256;

    private static final List<Field> SHARED = List.of(
            Field.of("durationInMs", Field.Kind.NUMBER),
            Field.of("startedDate", Field.Kind.DATE),
            Field.of("completedDate", Field.Kind.DATE),
            Field.of("errorMessage", Field.Kind.TEXT),
            Field.of("stackTrace", Field.Kind.TEXT),
            Field.of("comment", Field.Kind.TEXT),
            Field.of("computerName", Field.Kind.TEXT),
            Field.of("configuration", Field.Kind.REFERENCE),
            Field.of("customFields", Field.Kind.ARRAY),
            Field.of("resultGroupType", Field.Kind.TEXT),
            Field.of("outcome", Field.Kind.TEXT));

    private static final List<Field> RESULT = Stream.concat(
                    SHARED.stream(),
                    Stream.of(
                            Field.of("testCaseTitle", Field.Kind.TEXT),
                            Field.of("automatedTestName", Field.Kind.TEXT),
                            Field.of("automatedTestStorage", Field.Kind.TEXT),
                            Field.of("automatedTestType", Field.Kind.TEXT),
                            Field.of("automatedTestTypeId", Field.Kind.TEXT),
                            Field.of("automatedTestId", Field.Kind.TEXT),
                            Field.of("testCase", Field.Kind.REFERENCE),
                            Field.of("testCaseRevision", Field.Kind.NUMBER),
                            Field.of("testPoint", Field.Kind.REFERENCE),
                            Field.of("testPlan", Field.Kind.REFERENCE),
                            Field.of("testSuite", Field.Kind.REFERENCE),
                            Field.of("area", Field.Kind.REFERENCE),
                            Field.of("priority", Field.Kind.NUMBER),
                            Field.of("failureType", Field.Kind.TEXT),
                            Field.of("resolutionState", Field.Kind.TEXT),
                            Field.of("runBy", Field.Kind.OBJECT),
                            Field.of("owner", Field.Kind.OBJECT),
                            Field.of("associatedBugs", Field.Kind.REFERENCES),
                            Field.of("state", Field.Kind.TEXT)))
            .toList();

    private static final List<Field> SUB_RESULT = Stream.concat(
                    SHARED.stream(),
                    Stream.of(Field.of("displayName", Field.Kind.TEXT), Field.of("sequenceId", Field.Kind.NUMBER)))
            .toList();

    private final Policy policy;
    private final ResultReferences references;
    private final boolean keepsSubResults;

    /** Sub-results came with version 5.0; before it they are like any property that the service does not know. */
    ResultRequest(Policy policy, ResultReferences references, ApiVersion version) {
        this.policy = policy;
        this.references = references;
        this.keepsSubResults = version.major() >= 5;
    }

    ResultDraft create(JsonNode item) {
        return draft(Json.object(), Json.objectIn(item, "results"), "Pending", "Unspecified");
    }

    ResultDraft update(ResultRow row, JsonNode item) {
        return draft(Json.stored(row.document()), Json.objectIn(item, "results"), row.state(), row.outcome());
    }

    private ResultDraft draft(ObjectNode document, ObjectNode body, String oldState, String oldOutcome) {
        Field.apply(RESULT, body, document);
        var state = word(document, "state", Words.RESULT_STATE, oldState);
        var outcome = word(document, "outcome", Words.OUTCOME, oldOutcome);
        var group = word(document, "resultGroupType", Words.GROUP, "none");
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
                references.point(document),
                references.bugs(document),
                subResults(Json.field(body, "subResults")));
    }

    private static String word(ObjectNode document, String name, Words words, String otherwise) {
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
        var taken = Duration.between(Dates.read(started, "startedDate"), Dates.read(completed, "completedDate"));
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
        Field.apply(SUB_RESULT, body, document);
        word(document, "outcome", Words.OUTCOME, "Unspecified");
        word(document, "resultGroupType", Words.GROUP, "none");
        checkTexts(document);
        document.put("durationInMs", (long) duration(document));
        var sequence = document.get("sequenceId");
        if (sequence != null) {
            document.put("sequenceId", sequence.intValue());
        }
        return new SubResultDraft(Json.text(document), subResults(Json.field(body, "subResults")));
    }
}

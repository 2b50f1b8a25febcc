package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.ServiceEnum;
import dev.attest.standin.azure.rest.WritableField;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.BuildStore;
import dev.attest.standin.store.RunReference;
import dev.attest.standin.store.RunStore.RunDraft;
import dev.attest.standin.store.RunStore.RunRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a new or changed run from a request. */
final class RunRequest {

    private static final List<WritableField> UPDATABLE = List.of(
            WritableField.of("comment", WritableField.FieldKind.TEXT),
            WritableField.of("errorMessage", WritableField.FieldKind.TEXT),
            WritableField.of("controller", WritableField.FieldKind.TEXT),
            WritableField.of("iteration", WritableField.FieldKind.TEXT),
            WritableField.of("releaseUri", WritableField.FieldKind.TEXT),
            WritableField.of("releaseEnvironmentUri", WritableField.FieldKind.TEXT),
            new WritableField("buildDropLocation", "dropLocation", WritableField.FieldKind.TEXT),
            WritableField.of("startedDate", WritableField.FieldKind.DATE),
            WritableField.of("completedDate", WritableField.FieldKind.DATE),
            WritableField.of("dueDate", WritableField.FieldKind.DATE),
            WritableField.of("build", WritableField.FieldKind.REFERENCE),
            WritableField.of("tags", WritableField.FieldKind.ARRAY),
            WritableField.of("testSettings", WritableField.FieldKind.REFERENCE));

    private static final List<WritableField> ONCE = List.of(
            new WritableField("startDate", "startedDate", WritableField.FieldKind.DATE),
            new WritableField("completeDate", "completedDate", WritableField.FieldKind.DATE),
            new WritableField("buildReference", "buildConfiguration", WritableField.FieldKind.OBJECT),
            WritableField.of("pipelineReference", WritableField.FieldKind.OBJECT),
            WritableField.of("plan", WritableField.FieldKind.REFERENCE),
            WritableField.of("owner", WritableField.FieldKind.OBJECT),
            new WritableField("releaseReference", "release", WritableField.FieldKind.OBJECT),
            WritableField.of("filter", WritableField.FieldKind.OBJECT),
            new WritableField("customTestFields", "customFields", WritableField.FieldKind.ARRAY));

    private static final int NAME = 256;

    private final Policy policy;
    private final RunBuilds builds;

    RunRequest(Policy policy, BuildStore builds) {
        this.policy = policy;
        this.builds = new RunBuilds(policy, builds);
    }

    RunDraft create(String project, ObjectNode body) {
        var name = Json.text(body, "name");
        if (name == null || name.isBlank()) {
            throw Refusal.property("name", "Value cannot be null or empty.");
        }
        checkName(name);
        checkPoints(body);
        var type = Json.text(body, "type");
        if (type != null && !type.isEmpty()) {
            ServiceEnum.RUN_TYPE.read(type);
        }
        var state = state(body).orElse("NotStarted");
        if (policy.holds(Assumption.CREATE_IN_OPEN_STATE)
                && !Set.of("NotStarted", "InProgress", "Waiting", "Unspecified").contains(state)) {
            throw Refusal.property("state", "A test run cannot be created in the state " + state + ".");
        }
        var document = Json.object();
        WritableField.apply(ONCE, body, document);
        WritableField.apply(UPDATABLE, body, document);
        checkPipeline(document, builds.describe(document));
        checkDates(document);
        var automated = Boolean.parseBoolean(Json.text(body, "automated"));
        return draft(project, name, state, automated, document);
    }

    RunDraft update(RunRow row, ObjectNode body) {
        var document = Json.stored(row.document());
        var former = RunReferences.in(document).get(RunReference.BUILD);
        WritableField.apply(UPDATABLE, body, document);
        if (former != null && !former.equals(RunReferences.in(document).get(RunReference.BUILD))) {
            document.remove("buildConfiguration");
        }
        builds.describe(document);
        checkDates(document);
        var substate = Json.text(body, "substate");
        if (substate != null) {
            document.put("substate", ServiceEnum.SUBSTATE.read(substate));
        }
        var name = Json.text(body, "name");
        var state = state(body).orElse(row.state());
        if (state.equals("NeedsInvestigation")
                && !state.equals(row.state())
                && policy.holds(Assumption.DOCUMENTED_STATES)) {
            throw Refusal.property("state", "A test run cannot be changed to the state " + state + ".");
        }
        var kept = name == null || name.isBlank() ? row.name() : name;
        checkName(kept);
        return draft(row.project(), kept, state, row.automated(), document);
    }

    private void checkDates(ObjectNode document) {
        var started = Json.text(document, "startedDate");
        var completed = Json.text(document, "completedDate");
        if (started == null || completed == null || !policy.holds(Assumption.RUN_START_BEFORE_END)) {
            return;
        }
        if (AzureDates.read(completed, "completedDate").isBefore(AzureDates.read(started, "startedDate"))) {
            throw Refusal.property("CompletedDate", "The completed date must be later than the started date.");
        }
    }

    private void checkName(String name) {
        if (name.length() > NAME && policy.holds(Assumption.SHORT_RUN_NAMES)) {
            throw Refusal.property("name", "The length of name exceeds " + NAME + " characters.");
        }
    }

    private void checkPoints(ObjectNode body) {
        var points = Json.field(body, "pointIds");
        var plan = Json.field(body, "plan");
        if (points != null
                && !points.isEmpty()
                && (plan == null || plan.isNull())
                && policy.holds(Assumption.POINTS_NEED_A_PLAN)) {
            throw Refusal.property("plan", "Value cannot be null: the points are those of a test plan.");
        }
    }

    private static Optional<String> state(ObjectNode body) {
        var state = Json.text(body, "state");
        return state == null || state.isEmpty() ? Optional.empty() : Optional.of(ServiceEnum.RUN_STATE.read(state));
    }

    private void checkPipeline(ObjectNode document, @Nullable Integer build) {
        var pipeline = document.get("pipelineReference");
        if (pipeline == null) {
            return;
        }
        var id = Json.text(pipeline, "pipelineId");
        if (policy.holds(Assumption.PIPELINE_IS_BUILD)
                && build != null
                && !String.valueOf(build).equals(id)) {
            throw Refusal.property(
                    "pipelineReference", "The pipelineId " + id + " is not the id of the build, " + build + ".");
        }
        var names = List.of(
                part(pipeline, "stageReference", "stageName"),
                part(pipeline, "phaseReference", "phaseName"),
                part(pipeline, "jobReference", "jobName"));
        if (policy.holds(Assumption.NAMED_PIPELINE) && names.stream().allMatch(String::isBlank)) {
            throw Refusal.property("pipelineReference", "The reference names no stage, phase or job.");
        }
        if (names.stream().anyMatch(name -> name.length() > 256)) {
            throw Refusal.property("pipelineReference", "A name in the reference is longer than 256 characters.");
        }
    }

    private static String part(JsonNode pipeline, String reference, String name) {
        var part = Json.field(pipeline, reference);
        var text = part == null || part.isNull() ? null : Json.text(Json.objectIn(part, reference), name);
        return text == null ? "" : text;
    }

    private RunDraft draft(String project, String name, String state, boolean automated, ObjectNode document) {
        checkTags(document);
        var references = RunReferences.in(document);
        return new RunDraft(
                project,
                name,
                state,
                automated,
                references,
                Json.text(document),
                builds.origin(name, document, references));
    }

    private static void checkTags(ObjectNode document) {
        var tags = document.get("tags");
        if (tags == null) {
            return;
        }
        if (tags.size() > 5) {
            throw Refusal.property("tags", "A test run has at most 5 tags.");
        }
        for (var tag : tags) {
            var name = Json.text(Json.objectIn(tag, "tags"), "name");
            if (name == null || !name.matches("[\\p{Alnum}]{1,29}")) {
                throw Refusal.property("tags", "A tag is alphanumeric and shorter than 30 characters.");
            }
        }
    }
}

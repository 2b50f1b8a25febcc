package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.store.QaCompleteRunStore.TestItemRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The body of a request that changes an item. Missing properties stay unchanged. Texts are stored as sent, including
 * markup.
 */
final class TestItemUpdate {

    private static final List<String> NAMES =
            List.of("Critical", "RunTime", "RunByUserId", "RunByHostId", "SaveToTestLibrary", "StatusCode", "Steps");
    private static final List<String> STEP_NAMES = List.of(
            "Seq",
            "StepName",
            "StatusCode",
            "TestStepId",
            "TestRunResultId",
            "ExpectedResult",
            "ActualResult",
            "Critical");

    private final QaCompleteCall call;
    private final BodyProperties fields;
    private final String status;
    private final List<BodyProperties> steps;

    private TestItemUpdate(QaCompleteCall call, BodyProperties fields, String status, List<BodyProperties> steps) {
        this.call = call;
        this.fields = fields;
        this.status = status;
        this.steps = steps;
    }

    static TestItemUpdate in(QaCompleteCall call) throws IOException {
        var fields = BodyProperties.of(call, NAMES);
        var statuses = StatusChoices.of(call);
        var status = fields.text("StatusCode").orElseThrow(() -> QaCompleteErrors.invalid("StatusCode is required."));
        var steps = fields.objects("Steps").stream()
                .map(step -> BodyProperties.of(call, step, STEP_NAMES))
                .toList();
        steps.forEach(
                step -> step.text("StatusCode").ifPresent(given -> StatusChoices.checked(given, statuses.ofSteps())));
        return new TestItemUpdate(call, fields, StatusChoices.checked(status, statuses.ofItems()), steps);
    }

    TestItemRow applyTo(TestItemRow item) {
        var document = QaCompleteJson.stored(item.document());
        fields.number("RunTime").ifPresent(seconds -> document.put("run_time", seconds));
        document.put(
                        "run_by_user_id",
                        fields.number("RunByUserId").orElse(call.user().id()))
                .put("status_updated_by", call.user().id());
        fields.number("RunByHostId").ifPresent(host -> document.put("run_by_host_id", host));
        if (fields.has("Critical")) {
            document.put("critical", fields.flag("Critical"));
        }
        if (fields.flag("SaveToTestLibrary")) {
            document.put("saved_to_test_library", true);
        }
        var results = (ArrayNode) document.path("test_run_results");
        steps.forEach(step -> write(step, target(step, results)));
        return new TestItemRow(item.id(), item.runId(), item.sequence(), status, document.toString());
    }

    private ObjectNode target(BodyProperties step, ArrayNode results) {
        var result = step.number("TestRunResultId").filter(id -> id != 0);
        if (result.isPresent()) {
            return find(results, "id", result.get())
                    .orElseThrow(() ->
                            QaCompleteErrors.invalid("TestRunResultId " + result.get() + " is not of this item."));
        }
        var seq = step.number("Seq").orElse(results.size() + 1);
        return find(results, "seq", seq).orElseGet(() -> added(results, seq));
    }

    private static Optional<ObjectNode> find(ArrayNode results, String name, int number) {
        return results.valueStream()
                .filter(result -> result.path(name).asInt() == number)
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    private ObjectNode added(ArrayNode results, int seq) {
        if (!call.holds(Assumption.QAC_OWN_STEPS)) {
            throw QaCompleteErrors.invalid("The test has no step " + seq + ".");
        }
        return results.addObject()
                .put("id", call.store().runs().stepId())
                .put("seq", seq)
                .put("is_stopped_on_fail", false)
                .put("status_code", StatusChoices.AWAITING)
                .put("step", "")
                .put("expected_result", "")
                .put("test_step_id", 0)
                .put("actual_result", "");
    }

    private static void write(BodyProperties step, ObjectNode result) {
        step.text("StatusCode").ifPresent(given -> result.put("status_code", given));
        step.text("StepName").ifPresent(given -> result.put("step", given));
        step.text("ExpectedResult").ifPresent(given -> result.put("expected_result", given));
        step.text("ActualResult").ifPresent(given -> result.put("actual_result", given));
        step.number("TestStepId").ifPresent(given -> result.put("test_step_id", given));
        if (step.has("Critical")) {
            result.put("is_stopped_on_fail", step.flag("Critical"));
        }
    }
}

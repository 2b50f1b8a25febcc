package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The valid statuses of items and steps, which a project can redefine. */
record StatusChoices(List<String> ofItems, List<String> ofSteps) {

    static final String AWAITING = "Awaiting Run";

    static StatusChoices of(QaCompleteCall call) {
        var project = call.store()
                .entities()
                .find(EntityKind.PROJECTS, call.project())
                .map(row -> QaCompleteJson.stored(row.document()))
                .orElseThrow(QaCompleteErrors::denied);
        return new StatusChoices(
                list(project, "item_statuses", List.of(AWAITING, "Passed", "Failed", "Blocked", "Skipped")),
                list(project, "step_statuses", List.of(AWAITING, "Passed", "Failed", "Blocked")));
    }

    private static List<String> list(ObjectNode project, String name, List<String> otherwise) {
        var own = project.path(name).valueStream().map(node -> node.asText()).toList();
        return own.isEmpty() ? otherwise : own;
    }

    static String checked(String status, List<String> choices) {
        if (!choices.contains(status)) {
            throw QaCompleteErrors.invalid(
                    "StatusCode \"" + status + "\" is not in the choice list: " + String.join(", ", choices) + ".");
        }
        return status;
    }
}

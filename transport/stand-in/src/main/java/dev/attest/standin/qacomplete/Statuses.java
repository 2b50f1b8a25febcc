package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The choice lists of a project, which it may redefine. */
record Statuses(List<String> ofItems, List<String> ofSteps) {

    static final String AWAITING = "Awaiting Run";

    static Statuses of(Call call) {
        var project = call.store()
                .entities()
                .find(EntityCode.PROJECTS, call.project())
                .map(row -> Documents.stored(row.document()))
                .orElseThrow(Refusals::denied);
        return new Statuses(
                list(project, "item_statuses", List.of(AWAITING, "Passed", "Failed", "Blocked", "Skipped")),
                list(project, "step_statuses", List.of(AWAITING, "Passed", "Failed", "Blocked")));
    }

    private static List<String> list(ObjectNode project, String name, List<String> otherwise) {
        var own = project.path(name).valueStream().map(node -> node.asText()).toList();
        return own.isEmpty() ? otherwise : own;
    }

    static String checked(String status, List<String> choices) {
        if (!choices.contains(status)) {
            throw Refusals.bad(
                    "StatusCode \"" + status + "\" is not in the choice list: " + String.join(", ", choices) + ".");
        }
        return status;
    }
}

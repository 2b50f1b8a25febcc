package dev.attest.standin.wire;

import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.WorkItemStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which types of work items a project has, and which states theirs may be in; added types have any. */
final class WorkItemTypes {

    private static final Map<String, List<String>> USUAL = Map.of(
            "Bug", List.of("New", "Active", "Resolved", "Closed"),
            "Task", List.of("New", "Active", "Closed", "Removed"),
            "User Story", List.of("New", "Active", "Resolved", "Closed", "Removed"),
            "Test Case", List.of("Design", "Ready", "Closed"));

    private final WorkItemStore store;

    WorkItemTypes(WorkItemStore store) {
        this.store = store;
    }

    /** Returns the type in its own spelling. */
    String named(String project, String asked) {
        var known = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        USUAL.keySet().forEach(type -> known.put(type, type));
        store.types(project).forEach(type -> known.put(type, type));
        var type = known.get(asked);
        if (type == null) {
            throw new Refusal(
                    404,
                    "WorkItemTypeNotFoundException",
                    "VS402323: Work item type " + asked + " does not exist in project " + project
                            + " or you do not have permission to access it.");
        }
        return type;
    }

    static String firstState(String type) {
        return USUAL.getOrDefault(type, List.of("New")).get(0);
    }

    /** Returns the state in the spelling of the type; the text itself when the type does not have it. */
    static String state(String type, String asked) {
        return USUAL.getOrDefault(type, List.of()).stream()
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .orElse(asked);
    }

    static boolean hasState(String type, String state) {
        return !USUAL.containsKey(type) || USUAL.getOrDefault(type, List.of()).contains(state);
    }
}

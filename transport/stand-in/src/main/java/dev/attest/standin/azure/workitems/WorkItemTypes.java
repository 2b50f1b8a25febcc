package dev.attest.standin.azure.workitems;

import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.WorkItemStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The work item types of a project and their states. Types beyond the built-in ones accept every state. */
public final class WorkItemTypes {

    private static final Map<String, List<String>> BUILT_IN = Map.of(
            "Bug", List.of("New", "Active", "Resolved", "Closed"),
            "Task", List.of("New", "Active", "Closed", "Removed"),
            "User Story", List.of("New", "Active", "Resolved", "Closed", "Removed"),
            "Test Case", List.of("Design", "Ready", "Closed"));

    private final WorkItemStore store;

    /** Creates the types of all projects in a store. */
    public WorkItemTypes(WorkItemStore store) {
        this.store = store;
    }

    /** Returns the type in its canonical spelling. */
    public String named(String project, String asked) {
        var known = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        BUILT_IN.keySet().forEach(type -> known.put(type, type));
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

    /** Returns the state of a new work item. */
    public static String firstState(String type) {
        return BUILT_IN.getOrDefault(type, List.of("New")).get(0);
    }

    /** Returns the state in its canonical spelling, or the text itself if the type does not have it. */
    static String state(String type, String asked) {
        return BUILT_IN.getOrDefault(type, List.of()).stream()
                .filter(asked::equalsIgnoreCase)
                .findFirst()
                .orElse(asked);
    }

    static boolean hasState(String type, String state) {
        return !BUILT_IN.containsKey(type)
                || BUILT_IN.getOrDefault(type, List.of()).contains(state);
    }
}

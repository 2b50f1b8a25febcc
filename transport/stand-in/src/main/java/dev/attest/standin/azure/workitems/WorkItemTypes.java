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
        var type = known(project).get(asked);
        if (type == null) {
            throw new Refusal(
                    404,
                    "WorkItemTypeNotFoundException",
                    "VS402323: Work item type " + asked + " does not exist in project " + project
                            + " or you do not have permission to access it.");
        }
        return type;
    }

    /** Returns all types in the order of their names. */
    List<String> all(String project) {
        return List.copyOf(known(project).values());
    }

    private Map<String, String> known(String project) {
        var known = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        BUILT_IN.keySet().forEach(type -> known.put(type, type));
        store.types(project).forEach(type -> known.put(type, type));
        return known;
    }

    /** Returns the states of a type, the first one first. */
    static List<String> states(String type) {
        return BUILT_IN.getOrDefault(type, List.of("New"));
    }

    /** Returns the category of a state. */
    static String category(String state) {
        return switch (state) {
            case "New", "Design" -> "Proposed";
            case "Closed" -> "Completed";
            case "Resolved", "Removed" -> state;
            default -> "InProgress";
        };
    }

    /** Returns the state of a new work item. */
    public static String firstState(String type) {
        return states(type).get(0);
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

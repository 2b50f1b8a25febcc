package dev.attest.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether and how bugs are filed for tests that failed.
 *
 * @param filed whether they are
 * @param limit how many a run may file, from 1 to 1000; what fails beyond that is named at the end
 * @param type type of the work items, such as {@code Bug}
 * @param area path of the area; empty for that of the project
 * @param iteration path of the iteration; empty for that of the project
 * @param tags besides the one that the bug is found again by
 * @param fields values of further fields by their reference names
 * @param closedStates states of bugs that are over: a failure that is met again gets a new one
 */
public record BugSettings(
        boolean filed,
        int limit,
        String type,
        String area,
        String iteration,
        List<String> tags,
        Map<String, String> fields,
        List<String> closedStates) {

    /** None are filed. */
    public static final BugSettings NONE =
            new BugSettings(false, 10, "Bug", "", "", List.of(), Map.of(), List.of("Closed", "Done", "Removed"));

    /** Copies the collections. */
    public BugSettings {
        tags = List.copyOf(tags);
        fields = new LinkedHashMap<>(fields);
        closedStates = List.copyOf(closedStates);
    }
}

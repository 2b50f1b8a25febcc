package dev.attest.internal.config.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether and how Attest files bugs for failed tests.
 *
 * @param limit largest number of bugs of a run, from 1 to 1000; further failures are named at its end
 * @param area area path; empty for the area of the project
 * @param iteration iteration path; empty for the iteration of the project
 * @param tags further tags, besides those by which Attest finds bugs again
 * @param fields values of further fields by their reference names
 * @param closedStates states of closed bugs; if their failure occurs again, Attest files a new bug
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

    /** When Attest files bugs: never, or for tests that fail after all their retries. */
    public enum Filing {
        NEVER,
        ON_FAILURE
    }

    public static final BugSettings NONE =
            new BugSettings(false, 10, "Bug", "", "", List.of(), Map.of(), List.of("Closed", "Done", "Removed"));

    public BugSettings {
        tags = List.copyOf(tags);
        fields = new LinkedHashMap<>(fields);
        closedStates = List.copyOf(closedStates);
    }
}

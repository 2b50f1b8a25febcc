package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.RunStore.RunRow;
import dev.attest.standin.store.Store;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The objects outside the run that a result refers to: bugs, and in a planned run the test point. */
final class ResultReferences {

    private static final Set<String> NO_BUGS = Set.of("Task", "User Story", "Test Case");

    private final Store store;
    private final Policy policy;
    private final String plan;

    ResultReferences(Store store, Policy policy, RunRow run) {
        this.store = store;
        this.policy = policy;
        this.plan = Json.stored(run.document()).path("plan").path("id").asText();
    }

    /** Returns the test point; 0 if the result names none or the run has no plan. */
    int point(ObjectNode document) {
        var point = document.path("testPoint").path("id").asText();
        return plan.isEmpty() || point.isEmpty()
                ? 0
                : PlannedResults.point(store, plan, point).id();
    }

    List<Integer> bugs(ObjectNode document) {
        var bugs = new TreeSet<Integer>();
        for (var bug : document.path("associatedBugs")) {
            var id = bug.path("id").asText();
            if (id.matches("\\d{1,9}") && isBug(Integer.parseInt(id))) {
                bugs.add(Integer.valueOf(id));
            } else if (policy.holds(Assumption.KNOWN_BUGS)) {
                throw Refusal.property("associatedBugs", "Work item " + id + " is not a bug that exists.");
            }
        }
        return List.copyOf(bugs);
    }

    private boolean isBug(int id) {
        return store.workItems()
                .find(id)
                .filter(row -> !NO_BUGS.contains(row.type()))
                .isPresent();
    }
}

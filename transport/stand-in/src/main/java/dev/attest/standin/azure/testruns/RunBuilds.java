package dev.attest.standin.azure.testruns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.BuildStore;
import dev.attest.standin.store.BuildStore.BuildRow;
import dev.attest.standin.store.RunOrigin;
import dev.attest.standin.store.RunReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The build and the release that a run names. A build that was added to the stand-in is described by what was added;
 * any other by the {@code buildReference} in the request.
 */
final class RunBuilds {

    private final Policy policy;
    private final BuildStore builds;

    RunBuilds(Policy policy, BuildStore builds) {
        this.policy = policy;
        this.builds = builds;
    }

    /** Returns the number of the build of a run that people read; its id if no other is known. */
    static String number(ObjectNode document) {
        var build = document.path("build");
        var name = build.path("name").asText(build.path("id").asText());
        var known = Json.field(document.path("buildConfiguration"), "number");
        return known == null ? name : known.asText(name);
    }

    /**
     * Adds to the document of a run what is known of its build. Lists of runs and the history of tests read it there.
     * Returns the id of the build; null if the run names none.
     */
    @Nullable
    Integer describe(ObjectNode document) {
        var build = id(document);
        if (build != null) {
            builds.find(build).ifPresent(known -> document.set("buildConfiguration", described(known, document)));
        }
        return build;
    }

    private @Nullable Integer id(ObjectNode document) {
        var build = document.get("build");
        var id = build == null ? null : Json.text(build, "id");
        if (id == null || id.isEmpty() || id.equals("0")) {
            return null;
        }
        if (!id.matches("\\d{1,9}")) {
            throw Refusal.property("build", "The build id \"" + id + "\" is not a number.");
        }
        var number = Integer.valueOf(id);
        if (!policy.builds().isEmpty()
                && !policy.builds().contains(number)
                && builds.find(number).isEmpty()) {
            throw Refusal.property("build", "Build " + id + " cannot be found.");
        }
        return number;
    }

    private static ObjectNode described(BuildRow build, ObjectNode document) {
        var described = Json.object()
                .put("id", build.id())
                .put("number", build.number())
                .put("uri", "vstfs:///Build/Build/" + build.id())
                .put("buildDefinitionId", build.definitionId())
                .put("branchName", build.branch());
        document.path("buildConfiguration").properties().forEach(given -> {
            if (Json.field(described, given.getKey()) == null) {
                described.set(given.getKey(), given.getValue());
            }
        });
        return described;
    }

    /** Returns where a run comes from. */
    RunOrigin origin(String name, ObjectNode document, Map<RunReference, String> references) {
        var reference = Json.object();
        if (references.containsKey(RunReference.BUILD)) {
            reference.set("build", HistoryView.build(document));
        }
        if (document.get("release") instanceof ObjectNode release) {
            reference.set("release", release);
        }
        var title = policy.holds(Assumption.HISTORY_BY_TITLE) ? name : "";
        return RunOrigin.of(references, title, Json.text(reference));
    }
}

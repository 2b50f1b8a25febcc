package dev.attest.standin.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.BuildStore;
import dev.attest.standin.store.BuildStore.BuildRow;
import io.javalin.http.HandlerType;
import java.util.Comparator;
import java.util.TreeMap;

/**
 * Builds: those that were added, with their definition and branch, and those in the policy. Without builds in the
 * policy, every build exists, and a list has only those added or asked for.
 */
final class BuildRoutes {

    private static final String BUILDS = "/{collection}/{project}/_apis/build/builds";

    private final BuildStore builds;

    BuildRoutes(BuildStore builds) {
        this.builds = builds;
    }

    void addTo(AzureRoutes routes) {
        routes.add(
                HandlerType.GET,
                BUILDS + "/{build}",
                ApiResource.BUILDS,
                "The status of an unknown build (404) is assumed.",
                this::get);
        routes.add(
                HandlerType.GET,
                BUILDS,
                ApiResource.BUILDS,
                "Filters by buildIds, buildNumber, definitions, branchName and $top; other filters are ignored.",
                this::list);
    }

    private void list(AzureCall call) {
        var asked = call.ids("buildIds");
        var definitions = call.ids("definitions");
        var number = call.query("buildNumber");
        var branch = call.query("branchName");
        var known = new TreeMap<Integer, BuildRow>(Comparator.reverseOrder());
        call.policy().builds().forEach(id -> known.put(id, unknown(id)));
        builds.all().forEach(build -> known.put(build.id(), build));
        if (call.policy().builds().isEmpty()) {
            asked.forEach(id -> known.putIfAbsent(id, unknown(id)));
        }
        var values = Json.array();
        known.values().stream()
                .filter(build -> asked.isEmpty() || asked.contains(build.id()))
                .filter(build -> definitions.isEmpty() || definitions.contains(build.definitionId()))
                .filter(build -> number == null || number.equals(build.number()))
                .filter(build -> branch == null || branch.equals(build.branch()))
                .limit(call.number("$top", 1000))
                .forEach(build -> values.add(view(call, build)));
        call.reply(Json.list(values));
    }

    private void get(AzureCall call) {
        var id = call.id("build", "Build");
        var added = builds.find(id);
        var known = call.policy().builds();
        if (added.isEmpty() && !known.isEmpty() && !known.contains(id)) {
            throw new Refusal(404, "BuildNotFoundException", "The requested build " + id + " could not be found.");
        }
        call.reply(view(call, added.orElseGet(() -> unknown(id))));
    }

    /** Returns a build that exists, and of which nothing else is known. */
    private static BuildRow unknown(int id) {
        return new BuildRow(id, String.valueOf(id), 0, "", "");
    }

    private static ObjectNode view(AzureCall call, BuildRow build) {
        var view = Json.object()
                .put("id", build.id())
                .put("buildNumber", build.number())
                .put("uri", "vstfs:///Build/Build/" + build.id())
                .put("status", "inProgress")
                .put("url", call.base() + "/_apis/build/Builds/" + build.id());
        if (build.definitionId() != 0) {
            view.set("definition", Json.object().put("id", build.definitionId()).put("name", build.definition()));
            view.put("sourceBranch", build.branch());
        }
        view.set("project", Projects.reference(call.collection(), call.project()));
        return view;
    }
}

package dev.attest.standin.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import io.javalin.http.HandlerType;
import java.util.Comparator;
import java.util.stream.Stream;

/** Builds. Without a list of builds in the policy, every build exists, and a list has only those asked for. */
final class BuildRoutes {

    private static final String BUILDS = "/{collection}/{project}/_apis/build/builds";

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
                "Filters by buildIds, buildNumber and $top; other filters are ignored.",
                this::list);
    }

    private void list(AzureCall call) {
        var known = call.policy().builds();
        var asked = call.ids("buildIds");
        var number = call.query("buildNumber");
        var values = Json.array();
        Stream.concat(known.stream(), known.isEmpty() ? asked.stream() : Stream.empty())
                .filter(id -> asked.isEmpty() || asked.contains(id))
                .filter(id -> number == null || number.equals(String.valueOf(id)))
                .sorted(Comparator.reverseOrder())
                .limit(call.number("$top", 1000))
                .forEach(id -> values.add(view(call, id)));
        call.reply(Json.list(values));
    }

    private void get(AzureCall call) {
        var id = call.id("build", "Build");
        var known = call.policy().builds();
        if (!known.isEmpty() && !known.contains(id)) {
            throw new Refusal(404, "BuildNotFoundException", "The requested build " + id + " could not be found.");
        }
        call.reply(view(call, id));
    }

    private static ObjectNode view(AzureCall call, int id) {
        var view = Json.object()
                .put("id", id)
                .put("buildNumber", String.valueOf(id))
                .put("uri", "vstfs:///Build/Build/" + id)
                .put("status", "inProgress")
                .put("url", call.base() + "/_apis/build/Builds/" + id);
        view.set("project", Projects.reference(call.collection(), call.project()));
        return view;
    }
}

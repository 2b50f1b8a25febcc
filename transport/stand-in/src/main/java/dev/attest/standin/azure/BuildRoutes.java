package dev.attest.standin.azure;

import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import io.javalin.http.HandlerType;

/** Builds. Without a list of builds in the policy, every build exists. */
final class BuildRoutes {

    void addTo(AzureRoutes routes) {
        routes.add(
                HandlerType.GET,
                "/{collection}/{project}/_apis/build/builds/{build}",
                ApiResource.BUILDS,
                "The status of an unknown build (404) is assumed.",
                this::get);
    }

    private void get(AzureCall call) {
        var id = call.id("build", "Build");
        var known = call.policy().builds();
        if (!known.isEmpty() && !known.contains(id)) {
            throw new Refusal(404, "BuildNotFoundException", "The requested build " + id + " could not be found.");
        }
        call.reply(Json.object()
                .put("id", id)
                .put("buildNumber", String.valueOf(id))
                .put("uri", "vstfs:///Build/Build/" + id)
                .put("status", "inProgress"));
    }
}

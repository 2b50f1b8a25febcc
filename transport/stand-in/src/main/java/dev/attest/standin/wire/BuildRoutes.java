package dev.attest.standin.wire;

import dev.attest.standin.rules.Refusal;
import dev.attest.standin.rules.Resource;
import io.javalin.http.HandlerType;

/** Builds: those that the stand-in was told of, or any number where it was told of none. */
final class BuildRoutes {

    void addTo(AzureApi api) {
        api.documented(
                HandlerType.GET,
                "/{collection}/{project}/_apis/build/builds/{build}",
                Resource.BUILDS,
                "The status of an unknown build (404) is assumed.",
                this::get);
    }

    private void get(Call call) {
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

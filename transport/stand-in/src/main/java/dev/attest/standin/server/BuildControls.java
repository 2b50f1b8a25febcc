package dev.attest.standin.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.BuildStore;
import dev.attest.standin.store.BuildStore.BuildRow;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;

/** Lets scripts and tests of other processes add builds, so that runs have a definition and a branch. */
final class BuildControls {

    private static final String BUILDS = "/_attest/builds";
    private static final String EXAMPLE = "[{\"id\":7,\"buildNumber\":\"20261201.3\","
            + "\"definition\":{\"id\":5,\"name\":\"shop\"},\"sourceBranch\":\"refs/heads/main\"}]";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BuildStore builds;

    BuildControls(BuildStore builds) {
        this.builds = builds;
    }

    void addTo(RoutesConfig routes) {
        routes.get(BUILDS, this::list);
        routes.post(BUILDS, this::add);
    }

    private void list(Context context) {
        var values = JsonNodeFactory.instance.arrayNode();
        for (var build : builds.all()) {
            var value = values.addObject().put("id", build.id()).put("buildNumber", build.number());
            value.putObject("definition").put("id", build.definitionId()).put("name", build.definition());
            value.put("sourceBranch", build.branch());
        }
        context.header("Cache-Control", "no-store")
                .contentType("application/json; charset=utf-8")
                .result(values.toString());
    }

    private void add(Context context) {
        var added = new ArrayList<BuildRow>();
        array(context.body()).forEach(build -> added.add(read(build)));
        added.forEach(builds::add);
        list(context);
    }

    private static ArrayNode array(String body) {
        try {
            if (JSON.readTree(body) instanceof ArrayNode array) {
                return array;
            }
        } catch (JsonProcessingException e) {
            // Refused below, like JSON that is no array.
        }
        throw refused();
    }

    private static BuildRow read(JsonNode build) {
        var row = new BuildRow(
                build.path("id").asInt(),
                build.path("buildNumber").asText(""),
                build.path("definition").path("id").asInt(),
                build.path("definition").path("name").asText(""),
                build.path("sourceBranch").asText(""));
        if (row.id() <= 0
                || row.definitionId() <= 0
                || row.number().isEmpty()
                || row.branch().isEmpty()) {
            throw refused();
        }
        return row;
    }

    private static Refusal refused() {
        return new Refusal(400, "", "The body must be a list of builds, such as\n\n" + EXAMPLE);
    }
}

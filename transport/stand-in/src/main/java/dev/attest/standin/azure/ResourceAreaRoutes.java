package dev.attest.standin.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.ApiArea;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import io.javalin.http.HandlerType;
import java.util.Arrays;

/**
 * The addresses of the areas of the API, which the clients of Microsoft ask for first. In the hosted product, an area
 * may have a host of its own. On premises there is no list, {@code {"count":0,"value":null}}, and a client uses the
 * address of the collection.
 */
final class ResourceAreaRoutes {

    private static final String AREAS = "/{collection}/_apis/resourceAreas";

    void addTo(AzureRoutes routes) {
        routes.add(
                HandlerType.GET,
                AREAS,
                ApiResource.RESOURCE_AREAS,
                "Preview in every version. All areas are at the address of the collection.",
                this::list);
        routes.add(
                HandlerType.GET,
                AREAS + "/{areaId}",
                ApiResource.RESOURCE_AREAS,
                "The status of an unknown area (404) is assumed.",
                this::get);
    }

    private void list(AzureCall call) {
        if (!call.policy().product().hosted()) {
            var nothing = Json.object().put("count", 0);
            call.reply(nothing.putNull("value"));
            return;
        }
        var values = Json.array();
        Arrays.stream(ApiArea.values()).forEach(area -> values.add(view(call, area)));
        call.reply(Json.list(values));
    }

    private void get(AzureCall call) {
        var asked = call.path("areaId");
        var area = Arrays.stream(ApiArea.values())
                .filter(known -> call.policy().product().hosted() && known.id().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        404, "ResourceAreaNotFoundException", "The resource area " + asked + " does not exist."));
        call.reply(view(call, area));
    }

    private static ObjectNode view(AzureCall call, ApiArea area) {
        return Json.object().put("id", area.id()).put("name", area.title()).put("locationUrl", call.collection() + "/");
    }
}

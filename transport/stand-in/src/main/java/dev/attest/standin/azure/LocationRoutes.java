package dev.attest.standin.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Product;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.function.Predicate;

/** The first requests of a client: connection data, projects, and supported versions. */
final class LocationRoutes {

    void addTo(AzureRoutes routes) {
        routes.add(
                HandlerType.OPTIONS,
                "/{collection}/_apis",
                ApiResource.CONNECTION_DATA,
                "",
                call -> list(call, r -> true));
        routes.add(
                HandlerType.OPTIONS,
                "/{collection}/_apis/{area}",
                ApiResource.CONNECTION_DATA,
                "Ranges differ by emulated product.",
                call -> list(call, resource -> resource.area().equalsIgnoreCase(call.path("area"))));
        routes.add(
                HandlerType.GET,
                "/{collection}/_apis/connectionData",
                ApiResource.CONNECTION_DATA,
                "Preview in every version.",
                this::connection);
        routes.add(HandlerType.GET, "/{collection}/_apis/projects", ApiResource.PROJECTS, "", this::projects);
        routes.add(
                HandlerType.GET,
                "/{collection}/_apis/projects/{name}",
                ApiResource.PROJECTS,
                "The status of an unknown project (404) is assumed.",
                call -> call.reply(described(call, call.project(call.path("name")))));
    }

    private void list(AzureCall call, Predicate<ApiResource> wanted) {
        var product = call.policy().product();
        var values = Json.array();
        Arrays.stream(ApiResource.values())
                .filter(wanted)
                .filter(resource -> resource.existsIn(product))
                .forEach(resource -> values.add(location(resource, product)));
        call.reply(Json.list(values));
    }

    private static ObjectNode location(ApiResource resource, Product product) {
        return Json.object()
                .put("id", resource.id())
                .put("area", resource.area())
                .put("resourceName", resource.title())
                .put("routeTemplate", resource.template())
                .put("resourceVersion", resource.revision(product))
                .put("minVersion", resource.oldest().number())
                .put("maxVersion", resource.newest(product).number())
                .put("releasedVersion", resource.released(product).number());
    }

    private void connection(AzureCall call) {
        var user = Projects.user(call.collection());
        user.put("providerDisplayName", "Attest Publisher").put("isActive", true);
        var body = Json.object();
        body.set("authenticatedUser", user);
        body.set("authorizedUser", user);
        body.put("instanceId", Projects.guid("instance"))
                .put("deploymentId", Projects.guid("deployment"))
                .put("deploymentType", call.policy().product().hosted() ? "hosted" : "onPremises");
        body.set("locationServiceData", Json.object().put("serviceOwner", Projects.guid("owner")));
        call.reply(body);
    }

    private void projects(AzureCall call) {
        var values = Json.array();
        call.policy().projects().stream()
                .skip(call.number("$skip", 0))
                .limit(call.number("$top", 100))
                .forEach(project -> values.add(described(call, project)));
        call.reply(Json.list(values));
    }

    private static ObjectNode described(AzureCall call, String project) {
        return Projects.reference(call.collection(), project)
                .put("state", "wellFormed")
                .put("revision", 1)
                .put("visibility", "private");
    }
}

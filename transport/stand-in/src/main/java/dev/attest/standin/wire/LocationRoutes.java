package dev.attest.standin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Product;
import dev.attest.standin.rules.Resource;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.function.Predicate;

/** What clients ask first: who am I, which projects are there, which versions do you speak. */
final class LocationRoutes {

    void addTo(AzureApi api) {
        api.documented(
                HandlerType.OPTIONS,
                "/{collection}/_apis",
                Resource.CONNECTION_DATA,
                "",
                call -> list(call, r -> true));
        api.documented(
                HandlerType.OPTIONS,
                "/{collection}/_apis/{area}",
                Resource.CONNECTION_DATA,
                "Ranges differ by emulated product.",
                call -> list(call, resource -> resource.area().equalsIgnoreCase(call.path("area"))));
        api.documented(
                HandlerType.GET,
                "/{collection}/_apis/connectionData",
                Resource.CONNECTION_DATA,
                "Preview in every version.",
                this::connection);
        api.documented(HandlerType.GET, "/{collection}/_apis/projects", Resource.PROJECTS, "", this::projects);
        api.documented(
                HandlerType.GET,
                "/{collection}/_apis/projects/{name}",
                Resource.PROJECTS,
                "The status of an unknown project (404) is assumed.",
                call -> call.reply(described(call, call.project(call.path("name")))));
    }

    private void list(Call call, Predicate<Resource> wanted) {
        var product = call.policy().product();
        var values = Json.array();
        Arrays.stream(Resource.values()).filter(wanted).forEach(resource -> values.add(location(resource, product)));
        call.reply(Json.list(values));
    }

    private static ObjectNode location(Resource resource, Product product) {
        return Json.object()
                .put("id", resource.id())
                .put("area", resource.area())
                .put("resourceName", resource.title())
                .put("routeTemplate", resource.template())
                .put("resourceVersion", resource.revision(product))
                .put("minVersion", resource.oldest().number())
                .put("maxVersion", product.newest().number())
                .put("releasedVersion", resource.released(product).number());
    }

    private void connection(Call call) {
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

    private void projects(Call call) {
        var values = Json.array();
        call.policy().projects().forEach(project -> values.add(described(call, project)));
        call.reply(Json.list(values));
    }

    private static ObjectNode described(Call call, String project) {
        return Projects.reference(call.collection(), project)
                .put("state", "wellFormed")
                .put("revision", 1)
                .put("visibility", "private");
    }
}

package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.azure.rest.Urls;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;
import java.util.List;

/** The work item types of a project with their states and fields, and the fields of all types. */
final class WorkItemTypeRoutes {

    private static final String TYPES = "/{collection}/{project}/_apis/wit/workitemtypes";
    private static final String FIELDS = "/_apis/wit/fields";

    private final Store store;
    private final WorkItemTypes types;

    WorkItemTypeRoutes(Store store) {
        this.store = store;
        this.types = new WorkItemTypes(store.workItems());
    }

    void addTo(AzureRoutes routes) {
        routes.add(HandlerType.GET, TYPES, ApiResource.WORK_ITEM_TYPES, "Every type has all fields.", this::listTypes);
        routes.add(
                HandlerType.GET,
                TYPES + "/{type}",
                ApiResource.WORK_ITEM_TYPES,
                "Every type has all fields.",
                call -> call.reply(type(call, named(call))));
        routes.add(
                HandlerType.GET,
                TYPES + "/{type}/states",
                ApiResource.TYPE_STATES,
                "Preview up to 6.1 in the service. The colors are assumed.",
                call -> call.reply(Json.list(states(named(call)))));
        for (var base : AzureRoutes.BASES) {
            routes.add(HandlerType.GET, base + FIELDS, ApiResource.FIELDS, "", this::listFields);
            routes.add(
                    HandlerType.GET,
                    base + FIELDS + "/{field}",
                    ApiResource.FIELDS,
                    "By reference name or name. The status of an unknown field (404) is assumed.",
                    this::field);
        }
    }

    private String named(AzureCall call) {
        return types.named(call.project(), call.path("type"));
    }

    private void listTypes(AzureCall call) {
        var values = Json.array();
        types.all(call.project()).forEach(type -> values.add(type(call, type)));
        call.reply(Json.list(values));
    }

    private ObjectNode type(AzureCall call, String name) {
        var view = Json.object()
                .put("name", name)
                .put("referenceName", "Microsoft.VSTS.WorkItemTypes." + name.replace(" ", ""))
                .put("description", "")
                .put("isDisabled", false);
        var fields = view.putArray("fields");
        for (var field : fields()) {
            fields.addObject()
                    .put("referenceName", field.referenceName())
                    .put("name", field.name())
                    .put("alwaysRequired", field.referenceName().equals(WorkItemFields.TITLE))
                    .put("url", url(call, field));
        }
        view.set("states", states(name));
        return view.put(
                "url",
                call.collection() + "/" + Projects.id(call.project()) + "/_apis/wit/workItemTypes/"
                        + Urls.segment(name));
    }

    private static ArrayNode states(String type) {
        var states = Json.array();
        for (var state : WorkItemTypes.states(type)) {
            states.addObject().put("name", state).put("color", "b2b2b2").put("category", WorkItemTypes.category(state));
        }
        return states;
    }

    private List<FieldDefinition> fields() {
        return new WorkItemFields(store.workItems().fields(), true)
                .all().stream().map(FieldDefinition::new).toList();
    }

    private void listFields(AzureCall call) {
        var values = Json.array();
        fields().forEach(field -> values.add(view(call, field)));
        call.reply(Json.list(values));
    }

    private void field(AzureCall call) {
        var asked = call.path("field");
        var found = fields().stream()
                .filter(field -> field.referenceName().equalsIgnoreCase(asked)
                        || field.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> WorkItemFields.missing(404, asked));
        call.reply(view(call, found));
    }

    private static ObjectNode view(AzureCall call, FieldDefinition field) {
        return Json.object()
                .put("name", field.name())
                .put("referenceName", field.referenceName())
                .put("type", field.type())
                .put("usage", "workItem")
                .put("readOnly", WorkItemFields.readOnly(field.referenceName()))
                .put("canSortBy", true)
                .put("isQueryable", true)
                .put("isIdentity", field.identity())
                .put("isPicklist", false)
                .put("url", url(call, field));
    }

    private static String url(AzureCall call, FieldDefinition field) {
        return call.collection() + FIELDS + "/" + field.referenceName();
    }
}

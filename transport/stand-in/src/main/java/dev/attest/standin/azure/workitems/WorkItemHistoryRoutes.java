package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemUpdateRow;
import io.javalin.http.HandlerType;

/** The updates of a work item, by revision. */
final class WorkItemHistoryRoutes {

    private static final String ITEM = "/_apis/wit/workitems/{item}";

    private final Store store;

    WorkItemHistoryRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        for (var base : AzureRoutes.BASES) {
            routes.add(HandlerType.GET, base + ITEM + "/updates", ApiResource.UPDATES, "", this::updates);
            routes.add(
                    HandlerType.GET,
                    base + ITEM + "/updates/{update}",
                    ApiResource.UPDATES,
                    "The status of an unknown update (404) is assumed.",
                    this::update);
        }
    }

    private void updates(AzureCall call) {
        var item = WorkItemRoutes.find(store, call);
        var view = new WorkItemView(call);
        var skip = call.number("$skip", 0);
        var values = Json.array();
        store.workItems().updates(item.id()).stream()
                .skip(skip)
                .limit(call.number("$top", 200))
                .forEach(row -> values.add(update(row, view, view.url(item) + "/updates/" + row.rev())));
        call.reply(Json.list(values));
    }

    private void update(AzureCall call) {
        var item = WorkItemRoutes.find(store, call);
        var view = new WorkItemView(call);
        var number = call.id("update", "Update");
        var row = store.workItems().updates(item.id()).stream()
                .filter(update -> update.rev() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        404,
                        "WorkItemRevisionNotFoundException",
                        "Update " + number + " of work item " + item.id() + " does not exist."));
        call.reply(update(row, view, view.url(item) + "/updates/" + number));
    }

    private static ObjectNode update(WorkItemUpdateRow row, WorkItemView view, String url) {
        var document = Json.stored(row.document());
        var update = Json.object().put("id", row.rev()).put("workItemId", row.workItemId());
        update.put("rev", row.rev()).set("revisedBy", view.person());
        var fields =
                update.put("revisedDate", AzureDates.write(row.createdAt())).putObject("fields");
        document.path("fields")
                .properties()
                .forEach(field -> fields.putObject(field.getKey()).set("newValue", field.getValue()));
        var relations = Json.object();
        for (var kind : new String[] {"added", "removed"}) {
            if (!document.path(kind).isEmpty()) {
                relations.set(kind, document.path(kind));
            }
        }
        if (!relations.isEmpty()) {
            update.set("relations", relations);
        }
        return update.put("url", url);
    }
}

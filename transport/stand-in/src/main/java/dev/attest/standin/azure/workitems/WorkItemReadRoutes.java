package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads work items: one, or up to 200 whose ids are in the query or in the body. */
final class WorkItemReadRoutes {

    private static final String ITEMS = "/_apis/wit/workitems";

    private final Store store;

    WorkItemReadRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        for (var base : AzureRoutes.BASES) {
            routes.add(HandlerType.GET, base + ITEMS, ApiResource.WORK_ITEMS, "At most 200 ids.", this::list);
            routes.add(
                    HandlerType.GET,
                    base + ITEMS + "/{item}",
                    ApiResource.WORK_ITEMS,
                    "",
                    call -> call.reply(WorkItemSelection.of(call).view(call, WorkItemRoutes.find(store, call))));
            routes.add(
                    HandlerType.POST,
                    base + ITEMS + "batch",
                    ApiResource.WORK_ITEMS_BATCH,
                    "At most 200 ids. Ignores asOf.",
                    this::batch);
        }
    }

    private void list(AzureCall call) {
        reply(call, WorkItemSelection.checked(call.ids("ids")), WorkItemSelection.of(call));
    }

    private void batch(AzureCall call) throws IOException {
        var body = call.object("workItemGetRequest");
        var ids = new ArrayList<Integer>();
        if (Json.field(body, "ids") instanceof ArrayNode given) {
            for (var id : given) {
                if (!id.isInt()) {
                    throw new Refusal(400, "ArgumentException", id + " is not the id of a work item.");
                }
                ids.add(id.intValue());
            }
        }
        reply(call, WorkItemSelection.checked(ids), WorkItemSelection.of(body));
    }

    private void reply(AzureCall call, List<Integer> ids, WorkItemSelection selection) {
        var values = Json.array();
        for (var id : ids) {
            var row = store.workItems().find(id);
            if (row.isPresent()) {
                values.add(selection.view(call, row.get()));
            } else if (selection.omits()) {
                values.addNull();
            } else {
                throw WorkItemRoutes.missing(id);
            }
        }
        call.reply(Json.list(values));
    }
}

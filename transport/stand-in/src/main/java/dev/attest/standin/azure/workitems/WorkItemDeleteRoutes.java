package dev.attest.standin.azure.workitems;

import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import io.javalin.http.HandlerType;
import java.time.Instant;

/** Moves work items to the recycle bin. Test cases are deleted with the API of test plans only, which is not here. */
final class WorkItemDeleteRoutes {

    private final Store store;

    WorkItemDeleteRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        for (var base : AzureRoutes.BASES) {
            routes.add(
                    HandlerType.DELETE,
                    base + "/_apis/wit/workitems/{item}",
                    ApiResource.WORK_ITEMS,
                    "The recycle bin cannot be read, so destroy changes nothing. The status of a test case (400) is"
                            + " assumed.",
                    this::delete);
        }
    }

    private void delete(AzureCall call) {
        var row = WorkItemRoutes.find(store, call);
        if (row.type().equals("Test Case")) {
            throw new Refusal(
                    400,
                    "WorkItemTypeDeleteNotSupportedException",
                    "Work item " + row.id() + " is a test case, which only the API of test plans deletes.");
        }
        if (!store.workItems().recycle(row.id())) {
            throw WorkItemRoutes.missing(row.id());
        }
        var reply = Json.object()
                .put("id", row.id())
                .put("code", 200)
                .put("type", row.type())
                .put("name", WorkItemView.title(row))
                .put("project", row.project())
                .put("deletedDate", AzureDates.write(Instant.now()))
                .put(
                        "deletedBy",
                        Projects.user(call.collection()).path("displayName").asText())
                .put("url", call.collection() + "/_apis/wit/recyclebin/" + row.id());
        reply.set("resource", new WorkItemView(call).full(row, true));
        call.reply(reply);
    }
}

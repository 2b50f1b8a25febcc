package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemUpdateRow;
import io.javalin.http.HandlerType;

/** The history of a work item: its updates by revision, and its comments. */
final class WorkItemHistoryRoutes {

    private static final String ITEM = "/_apis/wit/workitems/{item}";

    private final Store store;

    WorkItemHistoryRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        for (var base : AzureRoutes.BASES) {
            routes.add(HandlerType.GET, base + ITEM + "/updates", ApiResource.UPDATES, "", this::updates);
        }
        routes.add(
                HandlerType.GET,
                "/{collection}/{project}" + ITEM + "/comments",
                ApiResource.COMMENTS,
                "Preview in every version; the newest first.",
                this::comments);
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

    private void comments(AzureCall call) {
        var item = WorkItemRoutes.find(store, call);
        var view = new WorkItemView(call);
        var values = Json.array();
        for (var row : store.workItems().updates(item.id())) {
            var text = Json.text(Json.stored(row.document()).path("fields"), WorkItemFields.HISTORY);
            if (text != null && !text.isEmpty()) {
                var comment = Json.object().put("workItemId", item.id()).put("id", row.rev());
                comment.put("version", 1).put("text", text).set("createdBy", view.person());
                comment.put("createdDate", AzureDates.write(row.createdAt()))
                        .put("url", view.url(item) + "/comments/" + row.rev());
                values.insert(0, comment);
            }
        }
        var reply = Json.object().put("totalCount", values.size()).put("count", values.size());
        reply.set("comments", values);
        call.reply(reply);
    }
}

package dev.attest.standin.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.Resource;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.UpdateRow;
import io.javalin.http.HandlerType;

/** What was done to a work item, revision by revision, and what people and programs said about it. */
final class WorkItemHistoryRoutes {

    private static final String ITEM = "/_apis/wit/workitems/{item}";

    private final Store store;

    WorkItemHistoryRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureApi api) {
        for (var base : AzureApi.BASES) {
            api.documented(HandlerType.GET, base + ITEM + "/updates", Resource.UPDATES, "", this::updates);
        }
        api.documented(
                HandlerType.GET,
                "/{collection}/{project}" + ITEM + "/comments",
                Resource.COMMENTS,
                "Preview in every version; the newest first.",
                this::comments);
    }

    private void updates(Call call) {
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

    private static ObjectNode update(UpdateRow row, WorkItemView view, String url) {
        var document = Json.stored(row.document());
        var update = Json.object().put("id", row.rev()).put("workItemId", row.workItemId());
        update.put("rev", row.rev()).set("revisedBy", view.person());
        var fields = update.put("revisedDate", Dates.write(row.createdAt())).putObject("fields");
        document.path("fields").properties().forEach(field -> fields.putObject(field.getKey())
                .set("newValue", field.getValue()));
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

    private void comments(Call call) {
        var item = WorkItemRoutes.find(store, call);
        var view = new WorkItemView(call);
        var values = Json.array();
        for (var row : store.workItems().updates(item.id())) {
            var text = Json.text(Json.stored(row.document()).path("fields"), WorkItemFields.HISTORY);
            if (text != null && !text.isEmpty()) {
                var comment = Json.object().put("workItemId", item.id()).put("id", row.rev());
                comment.put("version", 1).put("text", text).set("createdBy", view.person());
                comment.put("createdDate", Dates.write(row.createdAt()))
                        .put("url", view.url(item) + "/comments/" + row.rev());
                values.insert(0, comment);
            }
        }
        var reply = Json.object().put("totalCount", values.size()).put("count", values.size());
        reply.set("comments", values);
        call.reply(reply);
    }
}

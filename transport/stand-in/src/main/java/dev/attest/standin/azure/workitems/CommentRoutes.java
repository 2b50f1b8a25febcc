package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.QueryEnum;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemDraft;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The comments of a work item. A comment is the System.History of an update, and has the revision as its id. */
final class CommentRoutes {

    private static final String COMMENTS = "/{collection}/{project}/_apis/wit/workitems/{item}/comments";
    private static final String COMMENT = COMMENTS + "/{comment}";
    private static final QueryEnum ORDER = QueryEnum.of("order", 1, "asc", "desc");

    private final Store store;
    private final WorkItemChanges changes;

    CommentRoutes(Store store) {
        this.store = store;
        this.changes = new WorkItemChanges(store);
    }

    void addTo(AzureRoutes routes) {
        add(routes, HandlerType.GET, COMMENTS, "Preview in every version; the newest first.", this::list);
        add(routes, HandlerType.POST, COMMENTS, "Preview in every version.", this::create);
        add(routes, HandlerType.GET, COMMENT, "The status of an unknown comment (404) is assumed.", this::get);
        add(routes, HandlerType.PATCH, COMMENT, "Assumed: the work item keeps its revision.", this::update);
        add(routes, HandlerType.DELETE, COMMENT, "Assumed: the work item gets a new revision.", this::delete);
    }

    private static void add(
            AzureRoutes routes, HandlerType method, String path, String note, AzureRoutes.AzureHandler answer) {
        routes.add(method, path, ApiResource.COMMENTS, note, answer);
    }

    private void list(AzureCall call) {
        var item = WorkItemRoutes.find(store, call);
        var asked = call.ids("ids");
        var found = new ArrayList<CommentText>();
        for (var comment : comments(item)) {
            if ((asked.isEmpty() || asked.contains(comment.id()))
                    && (call.flag("includeDeleted") || comment.visible())) {
                found.add(comment);
            }
        }
        var total = found.size();
        if (!ORDER.all(call.query("order")).contains("asc")) {
            Collections.reverse(found);
        }
        var skip = Math.min(total, call.number("continuationToken", 0));
        var page = found.subList(skip, Math.min(total, skip + call.number("$top", Math.max(1, total))));
        var values = Json.array();
        page.forEach(comment -> values.add(comment.view(item, new WorkItemView(call))));
        var reply = Json.object().put("totalCount", total).put("count", values.size());
        reply.set("comments", values);
        if (skip + page.size() < total) {
            reply.put("continuationToken", String.valueOf(skip + page.size()));
        }
        call.reply(reply);
    }

    private List<CommentText> comments(WorkItemRow item) {
        return store.workItems().updates(item.id()).stream()
                .map(CommentText::new)
                .filter(CommentText::exists)
                .toList();
    }

    private CommentText find(AzureCall call, WorkItemRow item) {
        var id = call.id("comment", "Comment");
        return comments(item).stream()
                .filter(comment -> comment.id() == id && (call.flag("includeDeleted") || comment.visible()))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        404,
                        "CommentNotFoundException",
                        "Comment " + id + " of work item " + item.id() + " does not exist."));
    }

    private void get(AzureCall call) {
        var item = WorkItemRoutes.find(store, call);
        call.reply(find(call, item).view(item, new WorkItemView(call)));
    }

    private void create(AzureCall call) throws IOException {
        var item = WorkItemRoutes.find(store, call);
        var operations = Json.array();
        operations
                .addObject()
                .put("op", "add")
                .put("path", "/fields/" + WorkItemFields.HISTORY)
                .put("value", text(call));
        var changed = changes.apply(call, item.id(), operations);
        var comments = comments(changed);
        call.reply(comments.get(comments.size() - 1).view(changed, new WorkItemView(call)));
    }

    private static String text(AzureCall call) throws IOException {
        var text = Json.text(call.object("request"), "text");
        if (text == null || text.isBlank()) {
            throw Refusal.property("text", "Value cannot be null or empty.");
        }
        return text;
    }

    private void update(AzureCall call) throws IOException {
        var item = WorkItemRoutes.find(store, call);
        var comment = find(call, item);
        store.workItems().rewriteUpdate(item.id(), comment.id(), Json.text(comment.changed(text(call))));
        get(call);
    }

    private void delete(AzureCall call) {
        var item = WorkItemRoutes.find(store, call);
        var comment = find(call, item);
        store.workItems().rewriteUpdate(item.id(), comment.id(), Json.text(comment.deleted()));
        store.workItems().change(item.id(), CommentRoutes::withOneLess);
        call.raw().status(204);
    }

    private static WorkItemDraft withOneLess(WorkItemRow row) {
        var document = Json.stored(row.document());
        ObjectNode fields = document.withObject("fields");
        fields.put(
                WorkItemFields.COMMENTS,
                Math.max(0, fields.path(WorkItemFields.COMMENTS).asInt() - 1));
        return new WorkItemDraft(Json.text(document), Json.text(Json.object()));
    }
}

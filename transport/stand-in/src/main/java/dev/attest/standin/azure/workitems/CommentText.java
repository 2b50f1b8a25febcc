package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import dev.attest.standin.store.WorkItemStore.WorkItemUpdateRow;

/** The comment of one update of a work item. Its version and whether it is deleted are kept beside its text. */
record CommentText(WorkItemUpdateRow row) {

    private static final String VERSION = "commentVersion";
    private static final String DELETED = "commentDeleted";

    int id() {
        return row.rev();
    }

    /** Returns whether the update has a comment at all. */
    boolean exists() {
        return !text().isEmpty();
    }

    boolean visible() {
        return !document().path(DELETED).asBoolean();
    }

    private ObjectNode document() {
        return Json.stored(row.document());
    }

    private String text() {
        var text = Json.text(document().path("fields"), WorkItemFields.HISTORY);
        return text == null ? "" : text;
    }

    private int version() {
        return document().path(VERSION).asInt(1);
    }

    /** Returns the update with another text. */
    ObjectNode changed(String text) {
        var document = document().put(VERSION, version() + 1);
        document.withObject("fields").put(WorkItemFields.HISTORY, text);
        return document;
    }

    ObjectNode deleted() {
        return document().put(DELETED, true);
    }

    ObjectNode view(WorkItemRow item, WorkItemView urls) {
        var view = Json.object().put("workItemId", item.id()).put("id", id());
        view.put("version", version()).put("text", text()).set("createdBy", urls.person());
        view.put("createdDate", AzureDates.write(row.createdAt()));
        if (!visible()) {
            view.put("isDeleted", true);
        }
        return view.put("url", urls.url(item) + "/comments/" + id());
    }
}

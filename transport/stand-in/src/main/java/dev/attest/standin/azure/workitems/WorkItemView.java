package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureDates;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.azure.rest.Urls;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import java.util.Locale;
import java.util.Set;

/** The JSON of a work item in replies. */
public final class WorkItemView {

    /** Before this version people are sent as text, {@code Name <mail>}. */
    private static final int PEOPLE_ARE_OBJECTS = 5;

    private final String collection;
    private final int version;

    /** Creates the view for the addresses and the API version of a call. */
    public WorkItemView(AzureCall call) {
        this.collection = call.collection();
        this.version = call.version().major();
    }

    /** Returns the title of a work item. */
    public static String title(WorkItemRow row) {
        return field(row, WorkItemFields.TITLE);
    }

    /** Returns a stored field as text; empty if it is missing. */
    public static String field(WorkItemRow row, String name) {
        return Json.stored(row.document()).path("fields").path(name).asText();
    }

    String url(WorkItemRow row) {
        return url(row.project(), row.id());
    }

    /** Returns the address of a work item. */
    public String url(String project, int id) {
        return collection + "/" + Projects.id(project) + "/_apis/wit/workItems/" + id;
    }

    ObjectNode full(WorkItemRow row, boolean relations) {
        var document = Json.stored(row.document());
        var view = Json.object().put("id", row.id()).put("rev", row.rev());
        view.set("fields", fields(row, document));
        var related = document.path("relations");
        if (relations && !related.isEmpty()) {
            view.set("relations", related);
        }
        view.putObject("_links").putObject("html").put("href", page(row));
        return view.put("url", url(row));
    }

    private String page(WorkItemRow row) {
        return collection + "/" + Urls.segment(row.project()) + "/_workitems/edit/" + row.id();
    }

    /** Returns only these fields. The names are in lower case. */
    ObjectNode only(WorkItemRow row, Set<String> names) {
        var view = full(row, false);
        view.withObject("fields")
                .properties()
                .removeIf(field -> !names.contains(field.getKey().toLowerCase(Locale.ROOT)));
        return view;
    }

    /** Returns all fields, computed ones included. */
    public ObjectNode fields(WorkItemRow row) {
        return fields(row, Json.stored(row.document()));
    }

    private ObjectNode fields(WorkItemRow row, ObjectNode document) {
        var fields = Json.object();
        fields.put("System.Id", row.id())
                .put("System.TeamProject", row.project())
                .put("System.WorkItemType", row.type())
                .put("System.Rev", row.rev())
                .put("System.CreatedDate", AzureDates.write(row.createdAt()))
                .put("System.ChangedDate", AzureDates.write(row.updatedAt()));
        fields.set("System.CreatedBy", person());
        fields.set("System.ChangedBy", person());
        fields.setAll((ObjectNode) document.path("fields"));
        return fields;
    }

    JsonNode person() {
        var user = Projects.user(collection);
        return version >= PEOPLE_ARE_OBJECTS
                ? user
                : Json.node(user.path("displayName").asText() + " <"
                        + user.path("uniqueName").asText() + ">");
    }
}

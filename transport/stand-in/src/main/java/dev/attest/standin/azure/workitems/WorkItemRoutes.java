package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Product;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import io.javalin.http.HandlerType;
import java.io.IOException;

/** Creates and changes work items. */
final class WorkItemRoutes {

    private static final String ITEMS = "/_apis/wit/workitems";
    private static final String PROJECT = "/{collection}/{project}";

    private final Store store;
    private final WorkItemChanges changes;
    private final WorkItemTypes types;

    WorkItemRoutes(Store store) {
        this.store = store;
        this.changes = new WorkItemChanges(store);
        this.types = new WorkItemTypes(store.workItems());
    }

    void addTo(AzureRoutes routes) {
        routes.add(
                HandlerType.POST,
                PROJECT + ITEMS + "/{type}",
                ApiResource.NEW_WORK_ITEMS,
                "The type begins with a $.",
                call -> create(call, call.path("type")));
        routes.add(
                HandlerType.PATCH,
                PROJECT + ITEMS + "/{item}",
                ApiResource.WORK_ITEMS,
                "Creates one of a type, such as $Bug, on TFS 2015 and 2017.",
                this::patch);
        routes.add(
                HandlerType.PATCH,
                "/{collection}" + ITEMS + "/{item}",
                ApiResource.WORK_ITEMS,
                "A test of /rev that fails is 412; the types of other errors are assumed.",
                call -> update(call, find(store, call)));
    }

    static Refusal missing(int id) {
        return new Refusal(
                404,
                "WorkItemUnauthorizedAccessException",
                "TF401232: Work item " + id + " does not exist, or you do not have permissions to read it.");
    }

    /** Returns the work item in the path. If the path names a project, the work item must belong to it. */
    static WorkItemRow find(Store store, AzureCall call) {
        var text = call.path("item");
        if (!text.matches("\\d{1,9}")) {
            throw new Refusal(400, "ArgumentException", "\"" + text + "\" is not the id of a work item.");
        }
        var id = Integer.parseInt(text);
        return store.workItems()
                .find(id)
                .filter(row -> !call.hasProject() || row.project().equals(call.project()))
                .orElseThrow(() -> missing(id));
    }

    private void patch(AzureCall call) throws IOException {
        if (isType(call.path("item"))) {
            create(call, call.path("item"));
        } else {
            update(call, find(store, call));
        }
    }

    private static boolean isType(String text) {
        return text.startsWith("$");
    }

    private void create(AzureCall call, String asked) throws IOException {
        var operations = operations(call);
        if (!isType(asked)) {
            throw new Refusal(404, "WorkItemTypeNotFoundException", "The type of a work item is named as $" + asked);
        }
        checkVerb(call);
        var project = call.project();
        var type = types.named(project, asked.substring(1));
        var document = Json.object();
        document.withObject("fields")
                .put("System.AreaPath", project)
                .put("System.IterationPath", project)
                .put(WorkItemFields.STATE, WorkItemTypes.firstState(type))
                .put(WorkItemFields.COMMENTS, 0);
        var draft = changes.draft(call, type, document, operations);
        if (call.flag("validateOnly")) {
            call.reply(Json.stored(draft.document()));
        } else {
            call.reply(new WorkItemView(call).full(store.workItems().add(project, type, draft), true));
        }
    }

    private static void checkVerb(AzureCall call) {
        var product = call.policy().product();
        var old = product == Product.TFS_2015 || product == Product.TFS_2017;
        var method = call.raw().method().toString();
        if (call.policy().holds(Assumption.CREATE_VERB) && !method.equals(old ? "PATCH" : "POST")) {
            throw new Refusal(
                    405,
                    "VssRequestMethodNotSupportedException",
                    "The requested resource does not support http method '" + method + "'.");
        }
    }

    private void update(AzureCall call, WorkItemRow found) throws IOException {
        var operations = operations(call);
        if (call.flag("validateOnly")) {
            changes.draft(call, found, operations);
            call.reply(new WorkItemView(call).full(found, true));
            return;
        }
        call.reply(new WorkItemView(call).full(changes.apply(call, found.id(), operations), true));
    }

    private static ArrayNode operations(AzureCall call) throws IOException {
        if (Json.read(call.body("application/json-patch+json")) instanceof ArrayNode operations
                && !operations.isEmpty()) {
            return operations;
        }
        throw new Refusal(
                400,
                "VssPropertyValidationException",
                "You must pass a valid patch document in the body of the request: an array of operations.");
    }
}

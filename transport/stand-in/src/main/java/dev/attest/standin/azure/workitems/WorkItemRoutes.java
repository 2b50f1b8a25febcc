package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Product;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemDraft;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads, creates and changes work items. */
final class WorkItemRoutes {

    private static final String ITEMS = "/_apis/wit/workitems";
    private static final String PROJECT = "/{collection}/{project}";
    private static final int MAX_IDS = 200;

    private final Store store;
    private final RelationRules relations;
    private final WorkItemTypes types;

    WorkItemRoutes(Store store) {
        this.store = store;
        this.relations = new RelationRules(store);
        this.types = new WorkItemTypes(store.workItems());
    }

    void addTo(AzureRoutes routes) {
        for (var base : AzureRoutes.BASES) {
            routes.add(HandlerType.GET, base + ITEMS, ApiResource.WORK_ITEMS, "At most 200 ids.", this::list);
            routes.add(HandlerType.GET, base + ITEMS + "/{item}", ApiResource.WORK_ITEMS, "", this::get);
        }
        routes.add(
                HandlerType.POST,
                PROJECT + ITEMS + "/{type}",
                ApiResource.WORK_ITEMS,
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
                call -> update(call, find(call)));
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

    private WorkItemRow find(AzureCall call) {
        return find(store, call);
    }

    private void get(AzureCall call) {
        call.reply(view(call, find(call)));
    }

    private void list(AzureCall call) {
        var ids = ids(call);
        var values = Json.array();
        for (var id : ids) {
            var row = store.workItems().find(id);
            if (row.isPresent()) {
                values.add(view(call, row.get()));
            } else if ("omit".equalsIgnoreCase(call.query("errorPolicy"))) {
                values.addNull();
            } else {
                throw missing(id);
            }
        }
        call.reply(Json.list(values));
    }

    private static List<Integer> ids(AzureCall call) {
        var text = call.query("ids");
        if (text == null || !text.matches("\\d{1,9}(\\s*,\\s*\\d{1,9})*")) {
            throw new Refusal(400, "ArgumentException", "The parameter ids must name work items: ids=1,2,3.");
        }
        var ids = Arrays.stream(text.split(",", -1))
                .map(id -> Integer.valueOf(id.strip()))
                .toList();
        if (ids.size() > MAX_IDS) {
            throw new Refusal(
                    400, "VssPropertyValidationException", "A request has at most " + MAX_IDS + " ids of work items.");
        }
        return ids;
    }

    private static ObjectNode view(AzureCall call, WorkItemRow row) {
        var fields = call.query("fields");
        var expand = call.query("$expand");
        var expanded = expand == null ? "none" : expand.toLowerCase(Locale.ROOT);
        if (!Set.of("none", "relations", "fields", "links", "all").contains(expanded)) {
            throw new Refusal(400, "ArgumentException", "\"" + expand + "\" is not a value of $expand.");
        }
        var view = new WorkItemView(call);
        if (fields == null) {
            return view.full(row, expanded.equals("relations") || expanded.equals("all"));
        }
        if (!expanded.equals("none")) {
            throw new Refusal(
                    400,
                    "ConflictingParametersException",
                    "The expand parameter can not be used with the fields parameter.");
        }
        return view.only(row, lower(fields));
    }

    private static Set<String> lower(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private void patch(AzureCall call) throws IOException {
        if (isType(call.path("item"))) {
            create(call, call.path("item"));
        } else {
            update(call, find(call));
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
        var draft = patch(call, null, type, document).apply(operations);
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
            draft(call, found, operations);
            call.reply(new WorkItemView(call).full(found, true));
            return;
        }
        var row = store.workItems()
                .change(found.id(), known -> draft(call, known, operations))
                .orElseThrow(() -> missing(found.id()));
        call.reply(new WorkItemView(call).full(row, true));
    }

    private WorkItemDraft draft(AzureCall call, WorkItemRow row, ArrayNode operations) {
        return patch(call, row, row.type(), Json.stored(row.document())).apply(operations);
    }

    private WorkItemPatch patch(AzureCall call, @Nullable WorkItemRow row, String type, ObjectNode document) {
        var policy = call.policy();
        var names = new WorkItemFields(store.workItems().fields(), policy.holds(Assumption.KNOWN_FIELDS));
        return new WorkItemPatch(
                policy, names, relations, row == null ? 0 : row.id(), row == null ? 0 : row.rev(), type, document);
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

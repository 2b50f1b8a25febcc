package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.QueryEnum;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a request wants to read of work items.
 *
 * @param fields in lower case; empty for all fields
 * @param omits whether null stands for a work item that does not exist
 */
record WorkItemSelection(Set<String> fields, boolean relations, boolean omits) {

    private static final int MAX_IDS = 200;
    private static final QueryEnum EXPAND = QueryEnum.of("$expand", 0, "none", "relations", "fields", "links", "all");
    private static final QueryEnum ERROR_POLICY = QueryEnum.of("errorPolicy", 1, "fail", "omit");

    /** Reads the query of a request. */
    static WorkItemSelection of(AzureCall call) {
        var fields = call.query("fields");
        var names = fields == null ? List.<String>of() : Arrays.asList(fields.split(",", -1));
        return of(names, EXPAND.all(call.query("$expand")), ERROR_POLICY.all(call.query("errorPolicy")));
    }

    /** Reads the body of a batch. */
    static WorkItemSelection of(ObjectNode body) {
        var names = new ArrayList<String>();
        if (Json.field(body, "fields") instanceof ArrayNode fields) {
            fields.forEach(field -> names.add(field.asText()));
        }
        return of(names, EXPAND.all(Json.text(body, "$expand")), ERROR_POLICY.all(Json.text(body, "errorPolicy")));
    }

    private static WorkItemSelection of(List<String> names, Set<String> expanded, Set<String> policy) {
        if (!names.isEmpty() && !expanded.isEmpty()) {
            throw new Refusal(
                    400,
                    "ConflictingParametersException",
                    "The expand parameter can not be used with the fields parameter.");
        }
        var fields = new HashSet<String>();
        names.forEach(name -> fields.add(name.strip().toLowerCase(Locale.ROOT)));
        var relations = expanded.contains("relations") || expanded.contains("all");
        return new WorkItemSelection(fields, relations, policy.contains("omit"));
    }

    /** Refuses no ids and too many ids. */
    static List<Integer> checked(List<Integer> ids) {
        if (ids.isEmpty()) {
            throw new Refusal(400, "ArgumentException", "The parameter ids must name work items: ids=1,2,3.");
        }
        if (ids.size() > MAX_IDS) {
            throw new Refusal(
                    400, "VssPropertyValidationException", "A request has at most " + MAX_IDS + " ids of work items.");
        }
        return ids;
    }

    ObjectNode view(AzureCall call, WorkItemRow row) {
        var view = new WorkItemView(call);
        return fields.isEmpty() ? view.full(row, relations) : view.only(row, fields);
    }
}

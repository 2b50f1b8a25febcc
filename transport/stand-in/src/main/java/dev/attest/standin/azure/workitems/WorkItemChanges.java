package dev.attest.standin.azure.workitems;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemDraft;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;

/** Applies the operations of a JSON patch to work items. */
final class WorkItemChanges {

    private final Store store;
    private final RelationRules relations;

    WorkItemChanges(Store store) {
        this.store = store;
        this.relations = new RelationRules(store);
    }

    /** Returns a new work item without storing it. */
    WorkItemDraft draft(AzureCall call, String type, ObjectNode document, ArrayNode operations) {
        return new WorkItemPatch(call.policy(), fields(call), relations, 0, 0, type, document).apply(operations);
    }

    /** Returns the changed work item without storing it. */
    WorkItemDraft draft(AzureCall call, WorkItemRow row, ArrayNode operations) {
        var document = Json.stored(row.document());
        return new WorkItemPatch(call.policy(), fields(call), relations, row.id(), row.rev(), row.type(), document)
                .apply(operations);
    }

    /** Changes a work item, and returns its new revision. */
    WorkItemRow apply(AzureCall call, int id, ArrayNode operations) {
        return store.workItems()
                .change(id, row -> draft(call, row, operations))
                .orElseThrow(() -> WorkItemRoutes.missing(id));
    }

    private WorkItemFields fields(AzureCall call) {
        return new WorkItemFields(store.workItems().fields(), call.policy().holds(Assumption.KNOWN_FIELDS));
    }
}

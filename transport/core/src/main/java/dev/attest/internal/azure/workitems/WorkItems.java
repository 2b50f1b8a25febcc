package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.json.Json;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.util.List;

/**
 * Reads, changes and makes work items. What the service refuses is refused for good, and never holds the run. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/work-items">Work Items</a>.
 */
public final class WorkItems {

    /** The kind of link that leads to a file. */
    static final String ATTACHED_FILE = "AttachedFile";

    private final AzureApi api;

    public WorkItems(AzureApi api) {
        this.api = api.forWorkItems();
    }

    /** Returns an item with its links, wherever in the collection it is. */
    public WorkItemDocument read(int id) throws NotDeliveredException {
        return item(api.get("read work item " + id, api.urls().workItem(id, "$expand", "relations")));
    }

    /**
     * Changes an item: all of it, or nothing.
     *
     * @param purpose ends the sentence "Cannot ..."
     * @throws NotDeliveredException also when a test of a {@linkplain PatchOperation#unchangedSince revision} fails:
     *     {@link #isConflict} tells
     */
    public WorkItemDocument patch(String purpose, int id, List<PatchOperation> operations)
            throws NotDeliveredException {
        return item(api.patchItem(purpose, "PATCH", api.urls().workItem(id), Json.write(operations)));
    }

    /** Asks for the right to change an item, and changes nothing. */
    public void tryToChange(WorkItemDocument item) throws NotDeliveredException {
        api.patchItem(
                "change work item " + item.id(),
                "PATCH",
                api.urls().workItem(item.id(), "validateOnly", "true"),
                Json.write(List.of(PatchOperation.unchangedSince(item.rev()))));
    }

    /**
     * Makes an item in the project.
     *
     * @param type such as {@code Bug}
     */
    public WorkItemDocument create(String type, List<PatchOperation> operations) throws NotDeliveredException {
        return item(api.patchItem(
                "create a work item of the type " + type,
                "POST",
                api.urls().newWorkItem(type),
                Json.write(operations)));
    }

    /** Returns whether a change was refused because somebody else had changed the item since it was read. */
    public static boolean isConflict(NotDeliveredException refused) {
        String message = refused.error().message();
        return switch (refused.status()) {
            case 409, 412 -> true;
            // TF26071: somebody was faster; VS403351: the test of a patch failed.
            case 400 -> message.contains("TF26071") || message.contains("VS403351");
            default -> false;
        };
    }

    private WorkItemDocument item(Reply reply) throws NotDeliveredException {
        return WorkItemDocument.of(reply.json()).orElseThrow(() -> reply.unusable("it tells no work item"));
    }
}

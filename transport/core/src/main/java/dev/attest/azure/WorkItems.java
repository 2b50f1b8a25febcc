package dev.attest.azure;

import dev.attest.json.Json;
import java.util.List;

/**
 * Reads, changes and makes work items. What the service refuses is refused for good, and never holds the run. See
 * <a href="https://learn.microsoft.com/rest/api/azure/devops/wit/work-items">Work Items</a>.
 */
final class WorkItems {

    /** The kind of link that leads to a file. */
    static final String ATTACHED_FILE = "AttachedFile";

    private final WorkItemArea area;
    private final Addresses addresses;

    WorkItems(WorkItemArea area, Addresses addresses) {
        this.area = area;
        this.addresses = addresses;
    }

    /** Returns an item with its links, wherever in the collection it is. */
    WorkItem read(int id, Versions versions) throws NotDeliveredException {
        return item(area.send(
                Call.get("read work item " + id, addresses.workItem(id, "$expand", "relations"), versions.workItems()),
                versions));
    }

    /**
     * Changes an item: all of it, or nothing.
     *
     * @param purpose ends the sentence "Cannot ..."
     * @throws NotDeliveredException also when a test of a {@linkplain PatchOperation#unchangedSince revision} fails:
     *     {@link #isConflict} tells
     */
    WorkItem patch(String purpose, int id, List<PatchOperation> operations, Versions versions)
            throws NotDeliveredException {
        return item(area.send(
                Call.jsonPatch(
                        Call.Kind.PATCH, purpose, addresses.workItem(id), versions.workItems(), Json.write(operations)),
                versions));
    }

    /** Asks for the right to change an item, and changes nothing. */
    void tryToChange(WorkItem item, Versions versions) throws NotDeliveredException {
        area.send(
                Call.jsonPatch(
                        Call.Kind.PATCH,
                        "change work item " + item.id(),
                        addresses.workItem(item.id(), "validateOnly", "true"),
                        versions.workItems(),
                        Json.write(List.of(PatchOperation.unchangedSince(item.rev())))),
                versions);
    }

    /**
     * Makes an item in the project.
     *
     * @param type such as {@code Bug}
     */
    WorkItem create(String type, List<PatchOperation> operations, Versions versions) throws NotDeliveredException {
        return item(area.send(
                Call.jsonPatch(
                        Call.Kind.POST,
                        "create a work item of the type " + type,
                        addresses.newWorkItem(type),
                        versions.workItems(),
                        Json.write(operations)),
                versions));
    }

    /** Returns whether a change was refused because somebody else had changed the item since it was read. */
    static boolean isConflict(NotDeliveredException refused) {
        String message = refused.error().message();
        return switch (refused.status()) {
            case 409, 412 -> true;
            // TF26071: somebody was faster; VS403351: the test of a patch failed.
            case 400 -> message.contains("TF26071") || message.contains("VS403351");
            default -> false;
        };
    }

    private WorkItem item(Reply reply) throws NotDeliveredException {
        return WorkItem.of(reply.json()).orElseThrow(() -> area.unusable(reply, "it tells no work item"));
    }
}

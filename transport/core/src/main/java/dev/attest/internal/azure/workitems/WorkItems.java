package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.api.ApiResource;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Endpoint;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads, changes and creates work items. A refusal is permanent and never blocks the run. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/work-items">Work Items</a>.
 */
public final class WorkItems {

    /** The kind of a link to a file. */
    static final String ATTACHED_FILE = "AttachedFile";

    /** One server of 2019 refuses work items at 5.0 as not supported, and takes them at this version. */
    private static final String NOT_SUPPORTED = "NotSupportedException";

    private final AzureApi api;

    /** What the service creates items with: {@code POST}, and TFS 2015 and 2017 {@code PATCH}. */
    private volatile String creation = "POST";

    private volatile boolean old;

    public WorkItems(AzureApi api) {
        this.api = api.forWorkItems();
    }

    /** Returns an item of the collection with its links. */
    public WorkItemDocument read(int id) throws NotDeliveredException {
        return item(api.get("read work item " + id, api.urls().workItem(id, "$expand", "relations")));
    }

    /**
     * Changes an item that was read. If another client has changed it since, reads it again and repeats the change, up
     * to {@code attempts} times. Returns the item as it was before the change.
     */
    public WorkItemDocument patchUnchanged(String purpose, WorkItemDocument read, int attempts, Change change)
            throws NotDeliveredException {
        WorkItemDocument item = read;
        for (int attempt = 1; ; attempt++) {
            List<PatchOperation> operations = new ArrayList<>(change.to(item));
            if (operations.isEmpty()) {
                return item;
            }
            operations.add(0, PatchOperation.unchangedSince(item.rev()));
            try {
                patch(purpose, item.id(), operations);
                return item;
            } catch (NotDeliveredException e) {
                if (!isConflict(e) || attempt == attempts) {
                    throw e;
                }
            }
            item = read(item.id());
        }
    }

    /** Changes an item: applies all operations or none. The purpose ends the sentence "Cannot ...". */
    public WorkItemDocument patch(String purpose, int id, List<PatchOperation> operations)
            throws NotDeliveredException {
        return item(send(purpose, "PATCH", api.urls().workItem(id), operations));
    }

    /** Asks the service to validate a change of the item, without changing it. */
    public void tryToChange(WorkItemDocument item) throws NotDeliveredException {
        Endpoint trial = api.urls().workItem(item.id(), "validateOnly", "true");
        send("change work item " + item.id(), "PATCH", trial, List.of(PatchOperation.unchangedSince(item.rev())));
    }

    /** Creates an item of a type, such as {@code Bug}, in the project. */
    public WorkItemDocument create(String type, List<PatchOperation> operations) throws NotDeliveredException {
        String purpose = "create a work item of the type " + type;
        return item(sendNew(purpose, api.urls().newWorkItem(type), operations));
    }

    /**
     * Asks the service to validate a new item, without creating it. Returns the id that the reply gives it, which a new
     * item does not have: a service that does not know the wish has created it. 0 if there is none.
     */
    public int tryToCreate(String type, List<PatchOperation> operations) throws NotDeliveredException {
        Endpoint trial = api.urls().newWorkItem(type, "validateOnly", "true");
        Reply reply = sendNew("create a work item of the type " + type, trial, operations);
        return reply.json().get("id").number().orElse(0);
    }

    /** Moves an item to the recycle bin. */
    public void delete(int id) throws NotDeliveredException {
        api.delete("delete work item " + id, api.urls().workItem(id));
    }

    /** Returns whether the service refused a change because another client changed the item after it was read. */
    static boolean isConflict(NotDeliveredException refused) {
        String message = refused.error().message();
        return switch (refused.status()) {
            case 409, 412 -> true;
            // TF26071: another client was faster; VS403351: a test operation of the patch failed.
            case 400 -> message.contains("TF26071") || message.contains("VS403351");
            default -> false;
        };
    }

    private Reply sendNew(String purpose, Endpoint endpoint, List<PatchOperation> operations)
            throws NotDeliveredException {
        String method = creation;
        try {
            return send(purpose, method, endpoint, operations);
        } catch (NotDeliveredException e) {
            if (e.status() != 405) {
                throw e;
            }
            String other = method.equals("POST") ? "PATCH" : "POST";
            Reply reply = send(purpose, other, endpoint, operations);
            creation = other;
            return reply;
        }
    }

    private Reply send(String purpose, String method, Endpoint endpoint, List<PatchOperation> operations)
            throws NotDeliveredException {
        if (!old) {
            try {
                return api.client().send(api.itemCall(purpose, method, endpoint, operations));
            } catch (NotDeliveredException e) {
                if (!e.error().typeKey().equals(NOT_SUPPORTED)) {
                    throw e;
                }
            }
        }
        Endpoint before = new Endpoint(endpoint.uri(), ApiResource.OLD_WORK_ITEMS);
        Reply reply = api.client().send(api.itemCall(purpose, method, before, operations));
        old = true;
        return reply;
    }

    private static WorkItemDocument item(Reply reply) throws NotDeliveredException {
        return WorkItemDocument.of(reply.json()).orElseThrow(() -> reply.unusable("it contains no work item"));
    }

    /** A change that depends on the current item. */
    @FunctionalInterface
    public interface Change {

        /** Returns the operations; none if the item needs no change. */
        List<PatchOperation> to(WorkItemDocument item) throws NotDeliveredException;
    }
}

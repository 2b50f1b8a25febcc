package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.api.AzureUrls;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds out the types of the work items that results are linked to. Each item is read once. A result never waits for
 * it: an item that cannot be read now appears in the comment only. An item that the service refuses becomes a remark,
 * and the result is sent without it.
 */
public final class ItemLinks {

    private final WorkItems items;
    private final AzureUrls urls;
    private final Remarks remarks;

    /** The types by id; empty for an item that the service refuses. */
    private final Map<Integer, String> types = new ConcurrentHashMap<>();

    public ItemLinks(WorkItems items, AzureUrls urls, Remarks remarks) {
        this.items = items;
        this.urls = urls;
        this.remarks = remarks;
    }

    public LinkedItems of(Result result) {
        if (result.test().links().workItems().isEmpty()) {
            return LinkedItems.NONE;
        }
        List<Integer> bugs = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int id : result.test().links().workItems()) {
            Optional<String> type = type(id);
            if (type.isPresent() && type.get().equalsIgnoreCase("Bug")) {
                bugs.add(id);
            } else if (type.isEmpty() || !type.get().isEmpty()) {
                others.add(type.orElse("Work item") + " " + id + ": " + urls.itemPage(id));
            }
        }
        return new LinkedItems(bugs, others);
    }

    /** Returns the type, or nothing if it is unknown so far. */
    private Optional<String> type(int id) {
        if (!types.containsKey(id)) {
            try {
                types.put(id, items.read(id).type());
            } catch (NotDeliveredException e) {
                if (!(e.delivery(false) instanceof Retry)) {
                    types.put(id, "");
                    remarks.add("Results are not linked to work item " + id + ". " + e.reason());
                }
            }
        }
        return Optional.ofNullable(types.get(id));
    }

    /**
     * The work items of a result.
     *
     * @param bugs ids of the items that are bugs; the service shows them with the result
     * @param others descriptions of all other items, for the comment
     */
    public record LinkedItems(List<Integer> bugs, List<String> others) {

        public static final LinkedItems NONE = new LinkedItems(List.of(), List.of());

        public LinkedItems {
            bugs = List.copyOf(bugs);
            others = List.copyOf(others);
        }
    }
}

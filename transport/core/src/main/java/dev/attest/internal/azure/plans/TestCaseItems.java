package dev.attest.internal.azure.plans;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.workitems.WorkItemDocument;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The work items of test cases. They are <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/list">read in batches</a>, each item once. If
 * a server refuses a batch because of one item, the batch is read in halves.
 */
final class TestCaseItems {

    private static final int BATCH_SIZE = 200;
    private static final String FIELDS = String.join(",", "System.Id", "System.Rev", "System.WorkItemType") + ","
            + String.join(",", Association.FIELDS);

    private final AzureApi api;
    private final Map<Integer, Optional<WorkItemDocument>> byId = new HashMap<>();

    TestCaseItems(AzureApi api) {
        this.api = api;
    }

    void load(Collection<Integer> ids) throws NotDeliveredException {
        List<Integer> missing =
                ids.stream().filter(id -> !byId.containsKey(id)).distinct().toList();
        for (int from = 0; from < missing.size(); from += BATCH_SIZE) {
            read(missing.subList(from, Math.min(missing.size(), from + BATCH_SIZE)));
        }
    }

    /** Returns the item, or null if it does not exist or was not read. */
    @Nullable
    WorkItemDocument of(int id) {
        return byId.getOrDefault(id, Optional.empty()).orElse(null);
    }

    private void read(List<Integer> ids) throws NotDeliveredException {
        try {
            Reply reply = api.get("read test cases", api.urls().workItems(ids, FIELDS));
            List<JsonValue> found = reply.list("value", "it lists no work items");
            ids.forEach(id -> byId.put(id, Optional.empty()));
            for (JsonValue json : found) {
                WorkItemDocument.of(json).ifPresent(item -> byId.put(item.id(), Optional.of(item)));
            }
        } catch (NotDeliveredException e) {
            if (e.status() != 404 || !e.error().structured()) {
                throw e;
            }
            if (ids.size() == 1) {
                byId.put(ids.get(0), Optional.empty());
                return;
            }
            read(ids.subList(0, ids.size() / 2));
            read(ids.subList(ids.size() / 2, ids.size()));
        }
    }
}

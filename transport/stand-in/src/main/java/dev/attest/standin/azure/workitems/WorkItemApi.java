package dev.attest.standin.azure.workitems;

import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.store.Store;

/** The routes of work items. */
public final class WorkItemApi {

    private WorkItemApi() {}

    /**
     * Adds the routes.
     *
     * @param fileLimit the largest file of a work item, in bytes
     */
    public static void addTo(AzureRoutes routes, Store store, long fileLimit) {
        new WorkItemFileRoutes(store.files(), fileLimit).addTo(routes);
        new WorkItemReadRoutes(store).addTo(routes);
        new WorkItemRoutes(store).addTo(routes);
        new WorkItemDeleteRoutes(store).addTo(routes);
        new WorkItemTypeRoutes(store).addTo(routes);
        new WorkItemHistoryRoutes(store).addTo(routes);
        new CommentRoutes(store).addTo(routes);
        new WiqlRoutes(store).addTo(routes);
    }
}

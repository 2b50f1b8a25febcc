package dev.attest.standin.azure.testruns;

import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.store.Store;

/** The routes of test runs, results and attachments. */
public final class TestRunApi {

    private TestRunApi() {}

    /** Adds the routes. */
    public static void addTo(AzureRoutes routes, Store store) {
        for (var area : RunArea.ALL) {
            new RunRoutes(store).addTo(routes, area);
            new ResultRoutes(store).addTo(routes, area);
            new ResultQueryRoutes(store).addTo(routes, area);
            new TestHistoryRoutes(store).addTo(routes, area);
            new AttachmentRoutes(store).addTo(routes, area);
        }
        new ResultMetadataRoutes(store).addTo(routes);
    }
}

package dev.attest.standin.azure.plans;

import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.store.Store;

/** The routes of test plans, test cases and test points. */
public final class TestPlanApi {

    private TestPlanApi() {}

    /** Adds the routes. */
    public static void addTo(AzureRoutes routes, Store store) {
        new PointRoutes(store).addTo(routes);
        new PointUpdateRoutes(store).addTo(routes);
        new PlanRoutes(store).addTo(routes);
        new TestPlanRoutes(store).addTo(routes);
        new SuiteCaseRoutes(store).addTo(routes);
    }
}

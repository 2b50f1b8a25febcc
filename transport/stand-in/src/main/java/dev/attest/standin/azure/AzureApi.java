package dev.attest.standin.azure;

import dev.attest.standin.azure.plans.TestPlanApi;
import dev.attest.standin.azure.rest.AzureErrors;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Credentials;
import dev.attest.standin.azure.testruns.TestRunApi;
import dev.attest.standin.azure.workitems.WorkItemApi;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.Store;
import dev.attest.standin.traffic.RouteCatalog.Route;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;

/** The part of the REST API of Azure DevOps that publishing test results needs. */
public final class AzureApi {

    private AzureApi() {}

    /**
     * Adds all routes, and returns their list.
     *
     * @param fileLimit the largest file of a work item, in bytes
     */
    public static List<Route> install(RoutesConfig routes, Policy policy, Store store, long fileLimit) {
        var azure = new AzureRoutes(routes, policy);
        new LocationRoutes().addTo(azure);
        new ResourceAreaRoutes().addTo(azure);
        TestRunApi.addTo(azure, store);
        new BuildRoutes(store.builds()).addTo(azure);
        TestPlanApi.addTo(azure, store);
        WorkItemApi.addTo(azure, store, fileLimit);
        return azure.listed();
    }

    /** Returns whether a path belongs to the API, and so needs credentials. */
    public static boolean owns(String path) {
        var segments = path.toLowerCase(Locale.ROOT).split("/", 5);
        return (segments.length > 2 && segments[2].equals("_apis"))
                || (segments.length > 3 && segments[3].equals("_apis"));
    }

    /** Returns whether the request carries valid credentials. If it does not, this method has answered it. */
    public static boolean admit(Policy policy, Context context) {
        return new Credentials(policy).admit(context);
    }

    /** Returns whether the request carries the token. This method never answers the request. */
    public static boolean hasToken(Policy policy, Context context) {
        return new Credentials(policy).hasToken(context);
    }

    /** Answers a refused request with the JSON error of the API. */
    public static void refuse(Context context, Refusal refusal) {
        AzureErrors.send(context, refusal);
    }
}

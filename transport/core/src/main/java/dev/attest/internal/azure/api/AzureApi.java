package dev.attest.internal.azure.api;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.http.Body;
import dev.attest.internal.http.Http;
import dev.attest.internal.rest.BasicLogin;
import dev.attest.internal.rest.Call;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.rest.RestClient;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Calls the REST API in the version that the service speaks. See <a
 * href="https://learn.microsoft.com/azure/devops/integrate/how-to/call-rest-api">Call a REST API</a>.
 */
public final class AzureApi {

    private static final String JSON_PATCH = "application/json-patch+json; charset=utf-8";

    private final RestClient client;
    private final AzureUrls urls;
    private final Negotiation negotiation;

    private AzureApi(RestClient client, AzureUrls urls, Negotiation negotiation) {
        this.client = client;
        this.urls = urls;
        this.negotiation = negotiation;
    }

    /** Connects to nothing yet. */
    public static AzureApi of(AzureSettings settings, Http http, Clock clock) {
        BasicLogin login = new BasicLogin("", settings.token());
        RestClient client = new RestClient(http, login, new AzureFailurePolicy(), clock);
        AzureUrls urls = AzureUrls.of(settings);
        return new AzureApi(client, urls, new Negotiation(client, urls.area(), settings.apiVersion()));
    }

    /** Returns the same API with a policy by which a refusal concerns one work item, and never holds the run. */
    public AzureApi forWorkItems() {
        return new AzureApi(client.with(new WorkItemFailurePolicy(client.policy(), this)), urls, negotiation);
    }

    public RestClient client() {
        return client;
    }

    public AzureUrls urls() {
        return urls;
    }

    /** Returns the versions of the API to ask for. The first call may ask the service. */
    public ApiVersions versions() throws NotDeliveredException {
        return negotiation.versions();
    }

    /** Returns where the page after this one begins; empty after the last. */
    public static String continuation(Reply reply) {
        return reply.response().header("x-ms-continuationtoken").orElse("").strip();
    }

    /** Returns a call that is not made yet. */
    public Call call(String purpose, String method, Endpoint endpoint, @Nullable Body body)
            throws NotDeliveredException {
        String version = endpoint.version().apply(versions());
        return Negotiation.suppressed(new Call(purpose, method, endpoint.with(version), body))
                .with("Accept", "application/json;api-version=" + version);
    }

    public Reply get(String purpose, Endpoint endpoint) throws NotDeliveredException {
        return client.send(call(purpose, "GET", endpoint, null));
    }

    public Reply post(String purpose, Endpoint endpoint, String json) throws NotDeliveredException {
        return post(purpose, endpoint, Call.json(json));
    }

    public Reply post(String purpose, Endpoint endpoint, Body body) throws NotDeliveredException {
        return client.send(call(purpose, "POST", endpoint, body));
    }

    public Reply patch(String purpose, Endpoint endpoint, String json) throws NotDeliveredException {
        return client.send(call(purpose, "PATCH", endpoint, Call.json(json)));
    }

    /**
     * Creates or changes a work item.
     *
     * @param method {@code POST} or {@code PATCH}
     */
    public Reply patchItem(String purpose, String method, Endpoint endpoint, String json) throws NotDeliveredException {
        return client.send(itemCall(purpose, method, endpoint, json));
    }

    /** Returns a call that creates or changes a work item, and is not made yet. */
    public Call itemCall(String purpose, String method, Endpoint endpoint, String json) throws NotDeliveredException {
        return call(purpose, method, endpoint, Body.text(JSON_PATCH, json));
    }

    /** Sends a part of a file. */
    public void put(String purpose, Endpoint endpoint, String contentRange, Body body) throws NotDeliveredException {
        client.sendForNothing(call(purpose, "PUT", endpoint, body).with("Content-Range", contentRange));
    }

    public void delete(String purpose, Endpoint endpoint) throws NotDeliveredException {
        client.sendForNothing(call(purpose, "DELETE", endpoint, null));
    }
}

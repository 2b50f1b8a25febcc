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
 * Calls the REST API in a version that the service supports. See <a
 * href="https://learn.microsoft.com/azure/devops/integrate/how-to/call-rest-api">Call a REST API</a>.
 */
public record AzureApi(RestClient client, AzureUrls urls, Negotiation negotiation) {

    private static final String JSON_PATCH = "application/json-patch+json; charset=utf-8";

    /** Creates an API client. The first call opens a connection. */
    public static AzureApi of(AzureSettings settings, Http http, Clock clock) {
        BasicLogin login = new BasicLogin("", settings.token());
        RestClient client = new RestClient(http, login, new AzureFailurePolicy(), clock);
        AzureUrls urls = AzureUrls.of(settings);
        return new AzureApi(client, urls, new Negotiation(client, urls.area(), settings.apiVersion()));
    }

    /** Returns an API client for calls about work items. A refusal of such a call never blocks the run. */
    public AzureApi forWorkItems() {
        return new AzureApi(client.with(new WorkItemFailurePolicy(client.policy(), this)), urls, negotiation);
    }

    /** Returns the API versions to request. The first call may ask the service. */
    public ApiVersions versions() throws NotDeliveredException {
        return negotiation.versions();
    }

    /** Returns the continuation token of the next page, or an empty text after the last page. */
    public static String continuation(Reply reply) {
        return reply.response().header("x-ms-continuationtoken").orElse("").strip();
    }

    /** Returns a call without making it. */
    public Call call(String purpose, String method, Endpoint endpoint, @Nullable Body body)
            throws NotDeliveredException {
        String version = endpoint.version().apply(versions());
        return Negotiation.withoutRedirect(new Call(purpose, method, endpoint.with(version), body))
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

    /** Creates a work item with {@code POST} or changes one with {@code PATCH}. */
    public Reply patchItem(String purpose, String method, Endpoint endpoint, String json) throws NotDeliveredException {
        return client.send(itemCall(purpose, method, endpoint, json));
    }

    /** Returns a call that creates or changes a work item, without making it. */
    public Call itemCall(String purpose, String method, Endpoint endpoint, String json) throws NotDeliveredException {
        return call(purpose, method, endpoint, Body.text(JSON_PATCH, json));
    }

    public void put(String purpose, Endpoint endpoint, String contentRange, Body body) throws NotDeliveredException {
        client.sendIgnoringBody(call(purpose, "PUT", endpoint, body).with("Content-Range", contentRange));
    }

    public void delete(String purpose, Endpoint endpoint) throws NotDeliveredException {
        client.sendIgnoringBody(call(purpose, "DELETE", endpoint, null));
    }
}

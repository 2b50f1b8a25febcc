package dev.attest.internal.azure.api;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.http.Body;
import dev.attest.internal.http.Http;
import dev.attest.internal.http.Response;
import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.BasicLogin;
import dev.attest.internal.rest.Call;
import dev.attest.internal.rest.ExchangeObserver;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.rest.RestClient;
import dev.attest.spi.FingerprintMap;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        return of(settings, new RestClient(settings.url(), http, login, new AzureFailurePolicy(), clock));
    }

    private static AzureApi of(AzureSettings settings, RestClient client) {
        AzureUrls urls = AzureUrls.of(settings);
        return new AzureApi(client, urls, new Negotiation(client, urls.area(), settings.apiVersion()));
    }

    /** Returns an API client that tells of its exchanges. It asks for the versions of the API anew. */
    public AzureApi observedBy(AzureSettings settings, ExchangeObserver observer) {
        return of(settings, client.observedBy(observer));
    }

    /**
     * Returns an API client that waits for no reply after a time.
     *
     * @param end value of {@link System#nanoTime}
     */
    public AzureApi until(long end) {
        return new AzureApi(client.until(end), urls, negotiation);
    }

    /** Returns an API client for calls about work items. A refusal of such a call never blocks the run. */
    public AzureApi forWorkItems() {
        return new AzureApi(client.with(new WorkItemFailurePolicy(this)), urls, negotiation);
    }

    /** Returns the API versions to request. The first call may ask the service. */
    public ApiVersions versions() throws NotDeliveredException {
        return negotiation.versions();
    }

    /** Returns a call without making it. */
    public Call call(String purpose, String method, Endpoint endpoint, @Nullable Body body)
            throws NotDeliveredException {
        String version = versions().versionOf(endpoint.resource());
        Call call =
                new Call(purpose, method, endpoint.with("api-version", version).uri(), body);
        return Negotiation.withoutRedirect(call).with("Accept", "application/json;api-version=" + version);
    }

    public Reply get(String purpose, Endpoint endpoint) throws NotDeliveredException {
        return get(purpose, endpoint, Set.of());
    }

    /** Gets a long list, of whose objects only these members are read. */
    public Reply get(String purpose, Endpoint endpoint, Set<String> members) throws NotDeliveredException {
        return client.send(call(purpose, "GET", endpoint, null).reading(members));
    }

    /** Gets a file, of which a reply has a limited number of bytes. */
    public Response download(String purpose, Endpoint endpoint) throws NotDeliveredException {
        return client.sendIgnoringBody(
                call(purpose, "GET", endpoint, null).with("Accept", "application/octet-stream, */*"));
    }

    /** Reads a list page by page, each of which has a token of the next one, until the reader needs no more. */
    public void readPagesByToken(String purpose, Endpoint first, String missing, PageReader reader)
            throws NotDeliveredException {
        Set<String> seen = new HashSet<>();
        String page = "";
        boolean more = true;
        while (more && seen.add(page)) {
            Reply reply = get(purpose, page.isEmpty() ? first : first.with("continuationToken", page));
            more = reader.read(reply.list("value", missing));
            page = reply.response().header("x-ms-continuationtoken").orElse("").strip();
        }
    }

    /**
     * Reads a list by position until the reader needs no more, or a page contains nothing new. Older servers return
     * fewer items than requested.
     */
    public static void readPagesByPosition(PageSource source, PageReader reader) throws NotDeliveredException {
        FingerprintMap seen = new FingerprintMap(); // a run may have hundreds of thousands of results
        int position = 0;
        int before = -1;
        boolean more = true;
        while (more && position > before) {
            before = position;
            List<JsonValue> items = source.from(String.valueOf(position));
            more = reader.read(items);
            for (String id : Reply.ids(items)) {
                position += seen.putIfAbsent(FingerprintMap.of(id), 1) == 0 ? 1 : 0;
            }
        }
    }

    public Reply post(String purpose, Endpoint endpoint, JsonText json) throws NotDeliveredException {
        return upload(purpose, endpoint, Call.json(json));
    }

    /** Posts many things, of which only these members are read in the reply. */
    public Reply post(String purpose, Endpoint endpoint, JsonText json, Set<String> members)
            throws NotDeliveredException {
        return client.send(call(purpose, "POST", endpoint, Call.json(json)).reading(members));
    }

    public Reply upload(String purpose, Endpoint endpoint, Body body) throws NotDeliveredException {
        return client.send(call(purpose, "POST", endpoint, body));
    }

    /** Changes something. A member that is null is cleared. */
    public Reply patch(String purpose, Endpoint endpoint, JsonText json) throws NotDeliveredException {
        return client.send(call(purpose, "PATCH", endpoint, Call.json(json)));
    }

    /** Returns a call that creates a work item with {@code POST} or changes one with {@code PATCH}. */
    public Call itemCall(String purpose, String method, Endpoint endpoint, Object operations)
            throws NotDeliveredException {
        return call(purpose, method, endpoint, Body.text(JSON_PATCH, Json.write(operations)));
    }

    public void put(String purpose, Endpoint endpoint, String contentRange, Body body) throws NotDeliveredException {
        client.sendIgnoringBody(call(purpose, "PUT", endpoint, body).with("Content-Range", contentRange));
    }

    public void delete(String purpose, Endpoint endpoint) throws NotDeliveredException {
        client.sendIgnoringBody(call(purpose, "DELETE", endpoint, null));
    }

    /** Requests the items of a list from a position on. */
    @FunctionalInterface
    public interface PageSource {

        List<JsonValue> from(String position) throws NotDeliveredException;
    }

    /** Takes the items of a page and returns whether it needs further ones. */
    @FunctionalInterface
    public interface PageReader {

        boolean read(List<JsonValue> items) throws NotDeliveredException;
    }
}

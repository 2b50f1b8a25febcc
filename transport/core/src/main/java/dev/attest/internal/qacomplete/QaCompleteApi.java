package dev.attest.internal.qacomplete;

import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.http.Body;
import dev.attest.internal.http.Http;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.BasicLogin;
import dev.attest.internal.rest.Call;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import dev.attest.internal.rest.RestClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls the REST API. The resource of a call determines what a failure means. */
final class QaCompleteApi {

    private static final int PAGE_SIZE = 100;

    private final QaCompleteUrls urls;
    private final RestClient client;

    QaCompleteApi(QaCompleteSettings settings, Http http, Clock clock) {
        this.urls = QaCompleteUrls.of(settings);
        BasicLogin login = new BasicLogin(settings.user(), settings.password());
        this.client =
                new RestClient(settings.url(), http, login, new QaCompleteFailurePolicy(Resource.Subject.RUN), clock);
    }

    QaCompleteUrls urls() {
        return urls;
    }

    Reply get(String purpose, Resource resource) throws NotDeliveredException {
        return client(resource).send(new Call(purpose, "GET", resource.uri(), null));
    }

    Reply post(String purpose, Resource resource, Body body) throws NotDeliveredException {
        return client(resource).send(new Call(purpose, "POST", resource.uri(), body));
    }

    Reply patch(String purpose, Resource resource, String json) throws NotDeliveredException {
        return client(resource).send(new Call(purpose, "PATCH", resource.uri(), Call.json(json)));
    }

    /** Uploads a file and ignores the body of the acknowledgement. */
    void upload(String purpose, Resource resource, Body form) throws NotDeliveredException {
        client(resource).sendIgnoringBody(new Call(purpose, "POST", resource.uri(), form));
    }

    /**
     * Returns all items of a list, without duplicates. The order is not documented, so pages may shift while they are
     * read. A server may return fewer items than requested, so reading ends at a page without new items.
     */
    List<JsonValue> list(String purpose, Page page) throws NotDeliveredException {
        Map<String, JsonValue> byId = new LinkedHashMap<>();
        int offset = 0;
        boolean more = true;
        while (more) {
            Reply reply = get(purpose, page.at("offset", String.valueOf(offset), "limit", String.valueOf(PAGE_SIZE)));
            List<JsonValue> items = reply.list("results", "it is no list");
            int before = byId.size();
            for (JsonValue item : items) {
                // The documented description of a file has no id.
                byId.putIfAbsent(Reply.id(item).orElseGet(item::toString), item);
            }
            offset += items.size();
            more = byId.size() > before && offset < total(reply);
        }
        return List.copyOf(byId.values());
    }

    /** Returns the number of items on all pages, or the maximum if the reply does not tell it. */
    private static int total(Reply reply) {
        JsonValue resultSet = reply.json().get("metadata").get("result_set");
        return resultSet.get("total").number().orElse(Integer.MAX_VALUE);
    }

    private RestClient client(Resource resource) {
        return client.with(new QaCompleteFailurePolicy(resource.subject()));
    }

    /** The resource of one page of a list. */
    @FunctionalInterface
    interface Page {

        Resource at(String... query);
    }
}

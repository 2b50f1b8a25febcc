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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Calls the REST API. What a failure means follows from the resource that is called. */
final class QaCompleteApi {

    private static final int PAGE = 100;

    private final QaCompleteUrls urls;
    private final Map<Resource.Subject, RestClient> clients = new EnumMap<>(Resource.Subject.class);

    QaCompleteApi(QaCompleteSettings settings, Http http, Clock clock) {
        this.urls = QaCompleteUrls.of(settings);
        BasicLogin login = new BasicLogin(settings.user(), settings.password());
        for (Resource.Subject subject : Resource.Subject.values()) {
            clients.put(subject, new RestClient(http, login, new QaCompleteFailurePolicy(subject), clock));
        }
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

    /** Uploads a file whose acknowledgement holds nothing of interest. */
    void upload(String purpose, Resource resource, Body form) throws NotDeliveredException {
        client(resource).sendForNothing(new Call(purpose, "POST", resource.uri(), form));
    }

    /**
     * Returns all things of a list, each once by its id. Nothing says in which order they come, so pages may shift
     * while they are read. A server may give fewer than it is asked for; a page with nothing new is the last.
     */
    List<JsonValue> list(String purpose, Page page) throws NotDeliveredException {
        Map<String, JsonValue> byId = new LinkedHashMap<>();
        int offset = 0;
        boolean more = true;
        while (more) {
            Reply reply = get(purpose, page.at("offset", String.valueOf(offset), "limit", String.valueOf(PAGE)));
            List<JsonValue> items = reply.list("results", "it is no list");
            int before = byId.size();
            for (JsonValue item : items) {
                // Of a file's documented description, an id is no part.
                byId.putIfAbsent(Reply.id(item).orElseGet(item::toString), item);
            }
            offset += items.size();
            more = byId.size() > before && offset < total(reply);
        }
        return List.copyOf(byId.values());
    }

    /** Returns how many items there are on all pages, where the reply tells. */
    private static int total(Reply reply) {
        JsonValue total = reply.json().get("metadata").get("result_set").get("total");
        return total.text()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(Integer.MAX_VALUE);
    }

    private RestClient client(Resource resource) {
        return Objects.requireNonNull(clients.get(resource.subject()));
    }

    /** Where a page of a list is. */
    @FunctionalInterface
    interface Page {

        Resource at(String... query);
    }
}

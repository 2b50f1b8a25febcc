package dev.attest.qacomplete;

import dev.attest.json.JsonValue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads lists page by page. Nothing says in which order they come, so pages may shift while they are read: each thing
 * counts once, by its id. A server may give fewer than it is asked for; a page with nothing new is the last.
 */
final class Pages {

    private static final int LIMIT = 100;

    private final Service service;

    Pages(Service service) {
        this.service = service;
    }

    /** Returns all things of a list, each once. */
    List<JsonValue> read(String purpose, Call.Subject subject, Address address) throws NotDeliveredException {
        Map<String, JsonValue> byId = new LinkedHashMap<>();
        int offset = 0;
        boolean more = true;
        while (more) {
            URI uri = address.page(String.valueOf(offset), String.valueOf(LIMIT));
            Reply reply = service.send(Call.get(purpose, subject, uri));
            if (!reply.isList()) {
                throw service.unusable(reply, "it is no list");
            }
            int before = byId.size();
            for (JsonValue item : reply.items()) {
                // Of a file's documented description, an id is no part.
                byId.putIfAbsent(Reply.id(item, "id").orElseGet(item::toString), item);
            }
            offset += reply.items().size();
            more = byId.size() > before && offset < reply.total().orElse(Integer.MAX_VALUE);
        }
        return List.copyOf(byId.values());
    }

    /** Where a page of a list is. */
    @FunctionalInterface
    interface Address {

        URI page(String offset, String limit);
    }
}

package dev.attest.internal.azure.workitems;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import java.util.Map;
import java.util.Optional;

/**
 * How far a file has come on its way to a work item, as it is kept beside the journal's bytes:
 *
 * <pre>{"id":"de471719-27b2-40ab-ac40-4890f3eb1443","url":"https://.../de47...?fileName=film.mp4","offset":8388608}
 * </pre>
 *
 * @param id what the service calls the upload
 * @param url what a work item is to link to, with the name of the file
 * @param offset how many bytes the service is known to have
 */
record Transfer(String id, String url, long offset) {

    private static final String ID = "[0-9A-Za-z-]{1,64}";

    /** Returns the upload that a reply tells of, of which the service has nothing yet. */
    static Optional<Transfer> of(JsonValue reply) {
        return reply.get("url")
                .text()
                .flatMap(url ->
                        reply.get("id").text().filter(id -> id.matches(ID)).map(id -> new Transfer(id, url, 0)));
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    static Optional<Transfer> parse(String text) {
        try {
            JsonValue json = Json.read(text);
            return of(json).flatMap(transfer -> json.get("offset")
                    .text()
                    .filter(offset -> offset.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .map(transfer::at));
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }

    Transfer at(long other) {
        return new Transfer(id, url, other);
    }

    String text() {
        return Json.write(Map.of("id", id, "url", url, "offset", offset));
    }
}

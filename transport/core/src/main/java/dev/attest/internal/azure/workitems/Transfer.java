package dev.attest.internal.azure.workitems;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.json.MalformedJsonException;
import java.util.Map;
import java.util.Optional;

/**
 * The progress of an upload for a work item, as it is stored next to the journal:
 *
 * <pre>{"id":"de471719-27b2-40ab-ac40-4890f3eb1443","url":"https://.../de47...?fileName=film.mp4","offset":8388608}
 * </pre>
 *
 * @param id of the upload
 * @param url for the link of the work item, with the file name
 * @param offset number of bytes that the service has acknowledged
 */
record Transfer(String id, String url, long offset) {

    private static final String ID = "[0-9A-Za-z-]{1,64}";

    /** Returns a new upload from the reply that announces it. */
    static Optional<Transfer> of(JsonValue reply) {
        return reply.get("url")
                .text()
                .flatMap(url ->
                        reply.get("id").text().filter(id -> id.matches(ID)).map(id -> new Transfer(id, url, 0)));
    }

    /** Parses the text of {@link #text}. Returns nothing for other text. */
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

    Transfer at(long newOffset) {
        return new Transfer(id, url, newOffset);
    }

    String text() {
        return Json.write(Map.of("id", id, "url", url, "offset", offset));
    }
}

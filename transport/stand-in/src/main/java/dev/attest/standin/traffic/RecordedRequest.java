package dev.attest.standin.traffic;

import java.time.Instant;
import java.util.Map;

/**
 * A request that the service received.
 *
 * @param at when it arrived
 * @param route the method and the address with names instead of values, such as
 *     <code>POST /{collection}/{project}/_apis/test/runs</code>; the method and a star for what is not of the API
 * @param path with the query, as it was sent
 * @param status of the reply; 0 when the connection was dropped instead
 * @param bytes of the request's body, as its Content-Length says, else as many as were read
 * @param headers without {@code Authorization}, names in lower case
 */
public record RecordedRequest(
        Instant at, String method, String route, String path, int status, long bytes, Map<String, String> headers) {

    /** Copies the headers. */
    public RecordedRequest {
        headers = Map.copyOf(headers);
    }
}

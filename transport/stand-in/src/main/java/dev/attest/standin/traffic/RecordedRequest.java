package dev.attest.standin.traffic;

import java.time.Instant;
import java.util.Map;

/**
 * A request that the service received.
 *
 * @param at the time of arrival
 * @param route the method and the route template, such as <code>POST /{collection}/{project}/_apis/test/runs</code>;
 *     the method and a star if the path belongs to no API
 * @param path the path and the query as sent
 * @param status of the reply; 0 if the connection was closed without a reply
 * @param bytes the Content-Length of the request, or the number of bytes read if there is none
 * @param headers the headers without {@code Authorization}; names are in lower case
 */
public record RecordedRequest(
        Instant at, String method, String route, String path, int status, long bytes, Map<String, String> headers) {

    /** Copies the headers. */
    public RecordedRequest {
        headers = Map.copyOf(headers);
    }
}

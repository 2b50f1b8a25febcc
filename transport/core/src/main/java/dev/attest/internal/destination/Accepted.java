package dev.attest.internal.destination;

import java.time.Duration;
import java.util.List;

/**
 * The service accepted the request, or had applied it before.
 *
 * @param ids ids of the created items, in the order of the request; empty if the service returns none. An empty text
 *     means that the service has no place for this result or file.
 * @param url page of the run, or address of the picture that was uploaded; empty if there is none
 * @param pause how long the service asks to wait before the next request; usually zero
 */
public record Accepted(List<String> ids, String url, Duration pause) implements DeliveryResult {

    public Accepted {
        ids = List.copyOf(ids);
    }

    /** Returns an acknowledgement with these ids, without a URL or a pause. */
    public static Accepted of(String... ids) {
        return of(List.of(ids), Duration.ZERO);
    }

    /** Returns an acknowledgement with these ids, without a URL. */
    public static Accepted of(List<String> ids, Duration pause) {
        return new Accepted(ids, "", pause);
    }

    /** Returns whether the service has no place for the uploaded file. */
    public boolean leftOut() {
        return !ids.isEmpty() && ids.get(0).isEmpty();
    }
}

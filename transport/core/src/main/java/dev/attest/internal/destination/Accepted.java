package dev.attest.internal.destination;

import java.time.Duration;
import java.util.List;

/**
 * The service took what was sent, or already had it.
 *
 * @param ids ids that the service gave, in the order of what was sent; none where it gives none, and an empty text for
 *     a result or a file that it has no place for
 * @param url where people see it; empty where the service tells none
 * @param pause how long the service asks to be left alone although it took this; zero as a rule
 */
public record Accepted(List<String> ids, String url, Duration pause) implements DeliveryResult {

    public Accepted {
        ids = List.copyOf(ids);
    }

    @Override
    public boolean done() {
        return true;
    }

    /** Returns whether the service has a place for the file that was sent. */
    public boolean placed() {
        return ids.isEmpty() || !ids.get(0).isEmpty();
    }
}

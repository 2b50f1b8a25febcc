package dev.attest.publish;

import java.time.Duration;
import java.util.List;

/**
 * The service took what was sent, or already had it.
 *
 * @param ids ids that the service gave, in the order of what was sent; empty where it gives none
 * @param url where people see it; empty where the service tells none
 * @param pause how long the service asks to be left alone although it took this; zero as a rule
 */
public record Delivered(List<String> ids, String url, Duration pause) implements Delivery {

    public Delivered {
        ids = List.copyOf(ids);
    }

    @Override
    public boolean settled() {
        return true;
    }
}

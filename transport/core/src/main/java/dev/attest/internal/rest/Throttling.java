package dev.attest.internal.rest;

import dev.attest.internal.http.Response;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the requests that a service has refused or delayed because there were too many. Thread-safe. See <a
 * href="https://learn.microsoft.com/azure/devops/integrate/concepts/rate-limits">Rate and usage limits</a>.
 */
final class Throttling {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String DELAY = "x-ratelimit-delay";

    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger delayed = new AtomicInteger();

    void note(Response response) {
        if (response.status() == TOO_MANY_REQUESTS) {
            refused.incrementAndGet();
        } else if (response.headers().containsKey(DELAY)) {
            delayed.incrementAndGet();
        }
    }

    String sentence() {
        int all = refused.get() + delayed.get();
        if (all == 0) {
            return "";
        }
        return "The service throttled Attest: it refused " + requests(refused.get()) + " with status 429 and delayed "
                + requests(delayed.get()) + ". Attest sent more slowly then, and repeated what was refused.";
    }

    private static String requests(int count) {
        return count == 1 ? "1 request" : count + " requests";
    }
}

package dev.attest.standin.server;

import dev.attest.standin.rules.Refusal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that another web site makes a browser send. The guard checks {@code Host} (against DNS rebinding),
 * {@code Origin} and {@code Sec-Fetch-Site}. Clients other than browsers send only {@code Host}. The name
 * {@code localhost.} with a trailing dot is refused too.
 */
final class BrowserGuard {

    private final Set<String> hosts;

    BrowserGuard(int port) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    /**
     * Checks a request.
     *
     * @param navigation true if the request only shows a page. A link on another site may open a page.
     * @throws Refusal with 403 if the request comes from another site
     */
    void check(@Nullable String host, @Nullable String origin, @Nullable String fetchSite, boolean navigation) {
        if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw refusal("This service answers on 127.0.0.1 and localhost only.");
        }
        if (origin != null && !ours(origin)) {
            throw refusal("This service does not answer web pages of another origin.");
        }
        if (fetchSite != null && !navigation && !fetchSite.equals("same-origin") && !fetchSite.equals("none")) {
            throw refusal("This service does not answer requests from another site.");
        }
    }

    private boolean ours(String origin) {
        return origin.startsWith("http://") && hosts.contains(origin.substring("http://".length()));
    }

    private static Refusal refusal(String message) {
        return new Refusal(403, "AccessCheckException", message);
    }
}

package dev.attest.standin.guard;

import dev.attest.standin.rules.Refusal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another web site makes a browser send: a {@code Host} that is not ours (DNS rebinding), an
 * {@code Origin} or {@code Sec-Fetch-Site} of elsewhere. Clients that are no browsers send neither of the last two.
 * {@code localhost.} with its trailing dot is refused, too.
 */
public final class BrowserGuard {

    private final Set<String> hosts;

    /** Creates the guard of a port on the loopback interface. */
    public BrowserGuard(int port) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    /**
     * Returns when the request may go on.
     *
     * @param navigation whether it only shows a page, which a link of another site may open
     * @throws Refusal 403 otherwise
     */
    public void check(@Nullable String host, @Nullable String origin, @Nullable String fetchSite, boolean navigation) {
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

package dev.attest.http;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * Which way requests take, and whom they trust at its end.
 *
 * @param connections how many exchanges may be under way at once; others wait for their turn
 * @param environment of the process, for {@code HTTPS_PROXY} and its kin
 * @param proxy address of the proxy, with user and password where it wants them; {@code none} for no proxy at all, empty for
 *     the one of the JVM, else of the environment
 * @param trusted certificates that are trusted besides those that the JVM trusts: of issuers, or of servers
 * @param certificate SHA-256 of the only certificate that a server may have, in 64 hexadecimal digits; empty for any that
 *     is trusted
 */
public record HttpSettings(
        int connections,
        Map<String, String> environment,
        String proxy,
        List<X509Certificate> trusted,
        String certificate) {

    /** What stands for no proxy. */
    public static final String NO_PROXY = "none";

    public HttpSettings {
        environment = Map.copyOf(environment);
        trusted = List.copyOf(trusted);
    }

    /** Shows neither the environment nor the proxy, which hold passwords. */
    @Override
    public String toString() {
        return "HttpSettings[connections=" + connections + ", certificate=" + certificate + "]";
    }
}

package dev.attest.internal.http;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * The route of requests and the certificates that they trust.
 *
 * @param connections maximum number of concurrent exchanges; further ones wait
 * @param environment of the process, for {@code HTTPS_PROXY} and related variables
 * @param proxy address of the proxy, with user and password if it requires them; {@code none} for no proxy; if empty,
 *     the proxy of the JVM applies, otherwise that of the environment
 * @param trusted certificates of issuers or servers that are trusted in addition to those of the JVM
 * @param certificate SHA-256 of the pinned certificate, in 64 hexadecimal digits: the server must have this one; empty
 *     for any trusted certificate
 */
public record HttpSettings(
        int connections,
        Map<String, String> environment,
        String proxy,
        List<X509Certificate> trusted,
        String certificate) {

    /** Value of {@code proxy} for no proxy. */
    public static final String NO_PROXY = "none";

    public HttpSettings {
        environment = Map.copyOf(environment);
        trusted = List.copyOf(trusted);
    }

    /** Omits the environment and the proxy, which hold passwords. */
    @Override
    public String toString() {
        return "HttpSettings[connections=" + connections + ", certificate=" + certificate + "]";
    }
}

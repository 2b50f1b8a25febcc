package dev.attest.config;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The way to the service.
 *
 * @param proxy address of the proxy with the credentials for it, or {@code none}; empty for the one of the JVM, else of the
 *     environment
 * @param trusted certificates to trust besides those that the JVM trusts
 * @param certificate SHA-256 of the only certificate that the service may have, in 64 lower-case hexadecimal digits; empty
 *     for any that is trusted
 */
public record NetworkSettings(Secret proxy, List<X509Certificate> trusted, String certificate) {

    /** Copies the list. */
    public NetworkSettings {
        trusted = List.copyOf(trusted);
    }
}

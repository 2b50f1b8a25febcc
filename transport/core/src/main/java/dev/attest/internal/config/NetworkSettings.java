package dev.attest.internal.config;

import dev.attest.internal.config.setting.Secret;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The proxy and the trusted certificates.
 *
 * @param proxy URL of the proxy with its credentials, or {@code none}; if it is empty, the proxy of the JVM, otherwise
 *     that of the environment
 * @param trusted certificates that are trusted in addition to those that the JVM trusts
 * @param certificate SHA-256 of the only certificate that the service may show, in 64 lower-case hexadecimal digits;
 *     empty for any trusted one
 */
public record NetworkSettings(Secret proxy, List<X509Certificate> trusted, String certificate) {

    public NetworkSettings {
        trusted = List.copyOf(trusted);
    }
}

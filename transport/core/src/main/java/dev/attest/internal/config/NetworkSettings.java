package dev.attest.internal.config;

import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.CommonKeys;
import dev.attest.internal.config.setting.Secret;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** Returns the settings; null if a part is not usable, since another route to the service may be wrong. */
    @Nullable
    static NetworkSettings read(ValueReader values) {
        warnIfProxyIsExposed(values);
        var proxy = values.find(CommonKeys.PROXY);
        var password = values.find(CommonKeys.TRUST_STORE_PASSWORD);
        var store = values.isAbsent(CommonKeys.TRUST_STORE)
                ? null
                : values.read(CommonKeys.TRUST_STORE, file -> TrustStore.read(file, password));
        var certificate = values.find(AzureKeys.CERTIFICATE);
        if (values.isRefused(CommonKeys.PROXY)
                || values.isRefused(CommonKeys.TRUST_STORE)
                || values.isRefused(AzureKeys.CERTIFICATE)) {
            return null;
        }
        return new NetworkSettings(
                new Secret(proxy == null ? "" : proxy),
                store == null ? List.of() : store.certificates(),
                certificate == null ? "" : certificate);
    }

    private static void warnIfProxyIsExposed(ValueReader values) {
        for (var source :
                List.of(SourceKind.FRAMEWORK_PARAMETER, SourceKind.PROPERTIES_FILE, SourceKind.SYSTEM_PROPERTY)) {
            var raw = values.raw(CommonKeys.PROXY, source);
            if (raw != null && raw.value().contains("@")) {
                values.warn("The password of the proxy is given as " + raw.origin()
                        + ", where others can read it. Set the environment variable "
                        + CommonKeys.PROXY.environmentName() + " instead.");
            }
        }
    }
}

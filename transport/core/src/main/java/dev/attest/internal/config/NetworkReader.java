package dev.attest.internal.config;

import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.CommonKeys;
import dev.attest.internal.config.setting.Secret;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the settings of the network: the proxy, and which certificates are trusted. */
record NetworkReader(ValueReader values) {

    /** Returns the settings; null if a part is not usable, since another route to the service may be wrong. */
    @Nullable
    NetworkSettings read() {
        warnIfProxyIsExposed();
        var proxy = values.find(CommonKeys.PROXY);
        var password = values.find(CommonKeys.TRUST_STORE_PASSWORD);
        var store = values.read(CommonKeys.TRUST_STORE, file -> TrustStore.read(file, password));
        var certificate = values.find(AzureKeys.CERTIFICATE);
        if (Stream.of(CommonKeys.PROXY, CommonKeys.TRUST_STORE, AzureKeys.CERTIFICATE)
                .anyMatch(values::isRefused)) {
            return null;
        }
        return new NetworkSettings(
                new Secret(proxy == null ? "" : proxy),
                store == null ? List.of() : store.certificates(),
                certificate == null ? "" : certificate);
    }

    private void warnIfProxyIsExposed() {
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

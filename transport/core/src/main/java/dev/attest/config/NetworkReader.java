package dev.attest.config;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the way to the service: proxy and trust. */
final class NetworkReader {

    private static final Pattern PROXY = Pattern.compile(
            "(?i)none|(https?://)?(?![a-z0-9+.-]+://)(.*@)?(\\[[0-9a-f:.]+]|[^/?#:@\\s]+)(:\\d{1,5})?/?");
    private static final Pattern SHA_256 = Pattern.compile("(?i)[0-9a-f]{64}|([0-9a-f]{2}:){31}[0-9a-f]{2}");

    private final Reading reading;
    private final Path workingDirectory;

    NetworkReader(Reading reading, Path workingDirectory) {
        this.reading = reading;
        this.workingDirectory = workingDirectory;
    }

    /** Returns the way; null where a part of it is not usable: no other one was meant. */
    @Nullable
    NetworkSettings read() {
        warnOfExposedProxy();
        var proxy = reading.value(Key.PROXY, Converters.matching(PROXY, "http://host:port, or none"));
        var password = reading.value(Key.TRUST_STORE_PASSWORD, Secret::new);
        var store = reading.value(
                Key.TRUST_STORE, text -> TrustStore.read(Converters.file(workingDirectory, text), password));
        var certificate = reading.value(Key.AZURE_CERTIFICATE, NetworkReader::sha256);
        if (isUnusable(Key.PROXY, proxy) || isUnusable(Key.TRUST_STORE, store)) {
            return null;
        }
        if (isUnusable(Key.AZURE_CERTIFICATE, certificate)) {
            return null;
        }
        List<X509Certificate> trusted = store == null ? List.of() : store.certificates();
        return new NetworkSettings(
                new Secret(proxy == null ? "" : proxy), trusted, certificate == null ? "" : certificate);
    }

    private boolean isUnusable(Key key, @Nullable Object value) {
        return value == null && reading.find(key) != null;
    }

    private void warnOfExposedProxy() {
        for (var source : List.of(Source.FRAMEWORK_PARAMETER, Source.PROPERTIES_FILE, Source.SYSTEM_PROPERTY)) {
            var entry = reading.find(Key.PROXY, source);
            if (entry != null && entry.value().contains("@")) {
                reading.warnings()
                        .add("The password of the proxy is given as " + entry.origin()
                                + ", where others may read it. Better set the environment variable "
                                + Key.PROXY.environmentName() + ".");
            }
        }
    }

    private static String sha256(String text) {
        var digits = Converters.matching(
                SHA_256, "the SHA-256 of a certificate: 64 hexadecimal digits, with or without colons");
        return digits.apply(text).replace(":", "").toLowerCase(Locale.ROOT);
    }
}

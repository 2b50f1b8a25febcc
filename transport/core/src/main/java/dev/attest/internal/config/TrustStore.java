package dev.attest.internal.config;

import dev.attest.internal.config.setting.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of certificates in the format PKCS12, JKS or PEM. A PEM file contains lines such as {@code -----BEGIN
 * CERTIFICATE-----}, and can begin with other text.
 */
record TrustStore(Path file, List<X509Certificate> certificates) {

    private static final String PEM = "-----BEGIN ";
    /** Larger than any trust store, so that a log that is named by mistake does not fill the memory. */
    private static final long LONGEST = 16 * 1024 * 1024;

    /** @param password password of a PKCS12 or JKS file; null if there is none */
    static TrustStore read(Path file, @Nullable Secret password) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("a file that exists, and " + file + " does not");
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalArgumentException("a file of certificates; " + file + " is too large to be one");
            }
            boolean pem = Files.readString(file, StandardCharsets.ISO_8859_1).contains(PEM);
            Collection<? extends Certificate> all = pem ? ofPem(file) : ofKeyStore(file, password);
            var certificates = all.stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("a file with certificates; " + file
                        + " has none. Perhaps attest.trust-store-password is missing");
            }
            return new TrustStore(file, certificates);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "a PKCS12, JKS or PEM file of certificates; reading " + file + " failed with \"" + e.getMessage()
                            + "\". Perhaps attest.trust-store-password is missing or wrong",
                    e);
        }
    }

    /** Returns the path, which messages show. */
    @Override
    public String toString() {
        return file.toString();
    }

    private static Collection<? extends Certificate> ofPem(Path file) throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static Collection<Certificate> ofKeyStore(Path file, @Nullable Secret password)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(
                file.toFile(), password == null ? null : password.reveal().toCharArray());
        var certificates = new ArrayList<Certificate>();
        for (var alias : Collections.list(store.aliases())) {
            var certificate = store.getCertificate(alias);
            if (certificate != null) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }
}

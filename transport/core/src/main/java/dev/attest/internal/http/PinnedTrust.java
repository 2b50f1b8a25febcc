package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Trusts one pinned certificate, whatever its issuer, name and dates are: the user chose exactly this certificate, and
 * only the server with its key can use it.
 */
final class PinnedTrust extends ServerTrust {

    private final String sha256;

    PinnedTrust(String sha256) {
        super(List.of());
        this.sha256 = sha256;
    }

    @Override
    void check(X509Certificate[] chain, Check check) throws CertificateException {
        if (!Fingerprint.matches(sha256, chain[0])) {
            throw new UntrustedCertificateException(
                    Failure.NOT_THE_PINNED_ONE,
                    "the certificate of the server is another one than was pinned: it is of "
                            + chain[0].getSubjectX500Principal() + ", issued by "
                            + chain[0].getIssuerX500Principal() + ", with the SHA-256 " + Fingerprint.of(chain[0]),
                    null);
        }
    }
}

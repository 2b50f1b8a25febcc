package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts one pinned certificate, whatever its issuer, name and dates are: the user chose exactly this certificate, and
 * only the server with its key can use it.
 */
final class PinnedTrust extends X509ExtendedTrustManager {

    private final String sha256;

    PinnedTrust(String sha256) {
        this.sha256 = sha256;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        if (!Fingerprint.matches(sha256, chain[0])) {
            throw new UntrustedCertificateException(
                    Failure.NOT_THE_PINNED_ONE,
                    "the certificate of the server is another one than was pinned: it is of "
                            + chain[0].getSubjectX500Principal() + ", issued by "
                            + chain[0].getIssuerX500Principal() + ", with the SHA-256 " + Fingerprint.of(chain[0]));
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, keyExchange);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, keyExchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw new CertificateException("certificates of clients are not checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, keyExchange);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, keyExchange);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}

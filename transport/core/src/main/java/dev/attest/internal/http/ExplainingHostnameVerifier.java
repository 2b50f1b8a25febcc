package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HttpClientHostnameVerifier;

/** Checks that the certificate is for the host of the request. The error describes the certificate. */
final class ExplainingHostnameVerifier implements HttpClientHostnameVerifier {

    private final DefaultHostnameVerifier verifier = new DefaultHostnameVerifier();

    @Override
    public void verify(String host, X509Certificate certificate) throws SSLException {
        try {
            verifier.verify(host, certificate);
        } catch (SSLException e) {
            throw new SSLException(refused(certificate, e));
        }
    }

    @Override
    public boolean verify(String host, SSLSession session) {
        return verifier.verify(host, session);
    }

    private static CertificateException refused(X509Certificate certificate, SSLException why) throws SSLException {
        try {
            return new UntrustedCertificateException(
                    Failure.WRONG_HOST,
                    "the certificate of the server is not of this host (" + why.getMessage() + "). It is of "
                            + certificate.getSubjectX500Principal() + ", with the SHA-256 "
                            + Fingerprint.of(certificate),
                    why);
        } catch (CertificateException e) {
            throw new SSLException(e);
        }
    }
}

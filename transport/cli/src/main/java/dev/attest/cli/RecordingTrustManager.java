package dev.attest.cli;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Delegates to another trust manager, and records the certificate of the server, so that a message can name it. */
final class RecordingTrustManager extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager trust;
    private @Nullable X509Certificate seen;

    /** @param trust decides whether a certificate is trusted */
    RecordingTrustManager(X509ExtendedTrustManager trust) {
        this.trust = trust;
    }

    /** Returns a description of the certificate that the server showed; empty if it showed none. */
    String describe() {
        X509Certificate certificate = seen;
        return certificate == null
                ? ""
                : certificate.getSubjectX500Principal().getName() + ", issued by "
                        + certificate.getIssuerX500Principal().getName() + ", valid until "
                        + certificate.getNotAfter().toInstant();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        seen = chain[0];
        trust.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        seen = chain[0];
        trust.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        seen = chain[0];
        trust.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}

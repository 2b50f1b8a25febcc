package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the certificates of the JVM and further ones, or one pinned certificate only. The error for another
 * certificate describes it and says why.
 */
public final class ServerTrust extends X509ExtendedTrustManager {

    private final List<X509ExtendedTrustManager> managers;
    private final String pinned;

    /**
     * @param managers a certificate is trusted if one of these trusts it
     * @param pinned SHA-256 of the only trusted certificate; empty if there is none
     */
    private ServerTrust(List<X509ExtendedTrustManager> managers, String pinned) {
        this.managers = managers;
        this.pinned = pinned;
    }

    /**
     * Returns the trust that the settings ask for. It does not check the host name.
     *
     * @throws GeneralSecurityException if the JVM cannot check certificates
     */
    public static ServerTrust of(HttpSettings settings) throws GeneralSecurityException {
        return settings.certificate().isEmpty() ? of(settings.trusted()) : pinned(settings.certificate());
    }

    /**
     * Trusts a certificate whatever its issuer, name and dates are: the user chose exactly this one, and only the
     * server with its key can use it.
     */
    static ServerTrust pinned(String sha256) {
        return new ServerTrust(List.of(), sha256);
    }

    static ServerTrust of(List<X509Certificate> further) throws GeneralSecurityException {
        List<X509ExtendedTrustManager> managers = new ArrayList<>();
        managers.add(manager(null));
        if (!further.isEmpty()) {
            managers.add(manager(store(further)));
        }
        return new ServerTrust(managers, "");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        check(chain, manager -> manager.checkServerTrusted(chain, keyExchange, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        check(chain, manager -> manager.checkServerTrusted(chain, keyExchange, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        check(chain, manager -> manager.checkServerTrusted(chain, keyExchange));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw noServer();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return managers.stream()
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    private void check(X509Certificate[] chain, Check check) throws CertificateException {
        if (!pinned.isEmpty()) {
            if (Fingerprint.matches(pinned, chain[0])) {
                return;
            }
            throw new UntrustedCertificateException(
                    Failure.NOT_THE_PINNED_ONE,
                    "the certificate of the server is another one than was pinned: it is of " + described(chain[0]),
                    null);
        }
        CertificateException cause = null;
        for (X509ExtendedTrustManager manager : managers) {
            try {
                check.by(manager);
                return;
            } catch (CertificateException e) {
                // The manager that knows the issuer has the better reason.
                cause = cause != null && isOutOfDate(cause) ? cause : e;
            }
        }
        if (cause != null) {
            throw refused(chain[0], cause);
        }
    }

    private static UntrustedCertificateException refused(X509Certificate certificate, CertificateException cause)
            throws CertificateException {
        String description = ". It is of " + described(certificate);
        return isOutOfDate(cause)
                ? new UntrustedCertificateException(
                        Failure.OUT_OF_DATE,
                        "the certificate of the server, or of its issuer, is expired or not valid yet (the server's is"
                                + " valid from " + certificate.getNotBefore().toInstant() + " to "
                                + certificate.getNotAfter().toInstant() + ")" + description,
                        cause)
                : new UntrustedCertificateException(
                        Failure.NOT_TRUSTED,
                        "the certificate of the server is not trusted (" + cause.getMessage() + ")" + description,
                        cause);
    }

    private static String described(X509Certificate certificate) throws CertificateEncodingException {
        return certificate.getSubjectX500Principal() + ", issued by " + certificate.getIssuerX500Principal()
                + ", with the SHA-256 " + Fingerprint.of(certificate);
    }

    private static boolean isOutOfDate(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException
                    || cause instanceof CertificateNotYetValidException
                    || (cause instanceof CertPathValidatorException path
                            && (path.getReason() == BasicReason.EXPIRED
                                    || path.getReason() == BasicReason.NOT_YET_VALID))) {
                return true;
            }
        }
        return false;
    }

    private static CertificateException noServer() {
        return new CertificateException("certificates of clients are not checked");
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("this JVM cannot check certificates");
    }

    private static KeyStore store(List<X509Certificate> certificates) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int number = 0; number < certificates.size(); number++) {
                store.setCertificateEntry(String.valueOf(number), certificates.get(number));
            }
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private interface Check {

        void by(X509ExtendedTrustManager manager) throws CertificateException;
    }
}

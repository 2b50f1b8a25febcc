package dev.attest.internal.http;

import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpClientHostnameVerifier;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.jspecify.annotations.Nullable;

/**
 * Opens TLS connections to servers and to proxies with an {@code https} address. A pinned certificate applies to the
 * server; the certificate of a proxy is checked as usual. The certificate of the client is that of the JVM
 * ({@code javax.net.ssl.keyStore} and related properties).
 */
final class TlsStrategy {

    private static final GuardedLogger LOG = GuardedLogger.of(TlsStrategy.class);

    private final TlsSocketStrategy toServer;
    private final TlsSocketStrategy toProxy;

    TlsStrategy(HttpSettings settings) {
        try {
            toProxy = strategy(ServerTrust.of(settings.trusted()), new ExplainingVerifier());
            toServer = settings.certificate().isEmpty()
                    ? toProxy
                    : strategy(ServerTrust.pinned(settings.certificate()), NoopHostnameVerifier.INSTANCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS: " + e.getMessage(), e);
        }
    }

    /** Upgrades a socket to the server. Through a proxy, that is a tunnel. */
    SSLSocket toServer(Socket socket, String host, int port) throws IOException {
        return toServer.upgrade(socket, host, port, null, HttpCoreContext.create());
    }

    SSLSocket toProxy(Socket socket, String host, int port) throws IOException {
        return toProxy.upgrade(socket, host, port, null, HttpCoreContext.create());
    }

    private static TlsSocketStrategy strategy(X509ExtendedTrustManager trust, HostnameVerifier verifier)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keysOfJvm(), new TrustManager[] {trust}, null);
        return new DefaultClientTlsStrategy(
                context,
                HttpsSupport.getSystemProtocols(),
                HttpsSupport.getSystemCipherSuits(),
                SSLBufferMode.STATIC,
                // Otherwise Java checks the host name itself, and its error does not describe the certificate.
                HostnameVerificationPolicy.CLIENT,
                verifier);
    }

    private static KeyManager @Nullable [] keysOfJvm() {
        String file = System.getProperty("javax.net.ssl.keyStore", "");
        if (file.isEmpty() || file.equals("NONE")) {
            return null;
        }
        char[] password =
                System.getProperty("javax.net.ssl.keyStorePassword", "").toCharArray();
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            KeyStore store =
                    KeyStore.getInstance(System.getProperty("javax.net.ssl.keyStoreType", KeyStore.getDefaultType()));
            store.load(in, password);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException | InvalidPathException e) {
            // Most servers ask for none. A server that does reports the missing certificate.
            LOG.log(Level.DEBUG, "No certificate of the client in javax.net.ssl.keyStore: {0}", e.toString());
            return null;
        }
    }

    /** Checks that the certificate is for the host of the request. The error describes the certificate. */
    private static final class ExplainingVerifier implements HttpClientHostnameVerifier {

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

        private static CertificateException refused(X509Certificate certificate, SSLException why) {
            try {
                return new UntrustedCertificateException(
                        Failure.WRONG_HOST,
                        "the certificate of the server is not of this host (" + why.getMessage() + "). It is of "
                                + certificate.getSubjectX500Principal() + ", with the SHA-256 "
                                + Fingerprint.of(certificate),
                        why);
            } catch (CertificateException e) {
                return e;
            }
        }
    }
}

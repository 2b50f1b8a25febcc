package dev.attest.cli;

import dev.attest.internal.http.Http;
import dev.attest.internal.http.HttpSettings;
import dev.attest.internal.http.ServerTrust;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Checks the network: the name of the server, a connection to it, and its certificate. */
final class NetworkChecks {

    private static final String PROXY = "proxy";
    private static final String HOST = "host";
    private static final String CONNECTION = "connection";
    private static final String CERTIFICATE = "certificate";
    private static final List<String> ALL = List.of(PROXY, HOST, CONNECTION, CERTIFICATE);

    private final CheckList checks;
    private final URI url;
    private final HttpSettings way;

    /** @param way proxy and trusted certificates, as the tests use them */
    NetworkChecks(CheckList checks, URI url, HttpSettings way) {
        this.checks = checks;
        this.url = url;
        this.way = way;
    }

    static List<String> names() {
        return ALL;
    }

    /** Returns whether a request would reach the server. */
    boolean run() {
        Optional<URI> proxy = Http.proxyTo(url, way);
        NetworkRoute route = NetworkRoute.to(url, proxy.orElse(null));
        return proxy.isPresent() ? through(proxy.get(), route) : straight(route);
    }

    private boolean straight(NetworkRoute route) {
        checks.add(Check.skipped(PROXY, "No proxy is set for " + route.host() + "."));
        try {
            checks.add(Check.ok(HOST, route.host() + " is " + route.addresses() + "."));
        } catch (UnknownHostException e) {
            checks.add(Check.notOk(HOST, Diagnosis.UNKNOWN_HOST, route.host() + " has no address."));
            return checks.skip("The host has no address.", CONNECTION, CERTIFICATE);
        }
        String target = route.host() + ":" + route.port();
        try (Socket socket = route.connect()) {
            checks.add(Check.ok(CONNECTION, target + " accepts connections."));
            return certificate(route, socket);
        } catch (IOException e) {
            checks.add(Check.notOk(CONNECTION, Diagnosis.NOBODY_LISTENS, target + " accepts no connection: " + e));
            return checks.skip("There is no connection.", CERTIFICATE);
        }
    }

    private boolean through(URI proxy, NetworkRoute route) {
        checks.skip("The proxy resolves the name.", HOST);
        checks.skip("The proxy connects.", CONNECTION);
        String named = proxy.getHost() + ":" + proxy.getPort();
        try (Socket socket = route.connect()) {
            String answer = route.secure() ? route.tunnel(socket) : "";
            if (answer.contains(" 407")) {
                checks.add(Check.notOk(PROXY, Diagnosis.PROXY_CREDENTIALS, named + " answers \"" + answer + "\"."));
                return checks.skip("There is no connection.", CERTIFICATE);
            }
            if (route.secure() && !answer.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
                checks.add(Check.notOk(PROXY, Diagnosis.BAD_PROXY, named + " answers \"" + answer + "\"."));
                return checks.skip("There is no connection.", CERTIFICATE);
            }
            checks.add(Check.ok(PROXY, named + " leads to " + route.host() + "."));
            return certificate(route, socket);
        } catch (IOException e) {
            checks.add(Check.notOk(PROXY, Diagnosis.BAD_PROXY, named + " does not work: " + e));
            return checks.skip("There is no connection.", CERTIFICATE);
        }
    }

    private boolean certificate(NetworkRoute route, Socket connected) {
        if (!route.secure()) {
            checks.add(Check.skipped(CERTIFICATE, "The URL uses http: the token is sent unencrypted."));
            return true;
        }
        RecordingTrustManager seen;
        SSLContext tls;
        try {
            seen = new RecordingTrustManager(ServerTrust.of(way));
            tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {seen}, null);
        } catch (GeneralSecurityException e) {
            checks.add(Check.notOk(CERTIFICATE, Diagnosis.UNTRUSTED_CERTIFICATE, "No trust store is usable: " + e));
            return false;
        }
        try (SSLSocket socket =
                (SSLSocket) tls.getSocketFactory().createSocket(connected, route.host(), route.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            if (way.certificate().isEmpty()) { // a pinned certificate may be for any name
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
            }
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            checks.add(Check.ok(
                    CERTIFICATE, seen.describe() + "; " + socket.getSession().getProtocol() + "."));
            return true;
        } catch (IOException e) {
            String shown = seen.describe().isEmpty() ? "" : "The server shows " + seen.describe() + ". ";
            checks.add(Check.notOk(CERTIFICATE, diagnosis(e), shown + e.getMessage()));
            return false;
        }
    }

    static Diagnosis diagnosis(Throwable failed) {
        Diagnosis found = Diagnosis.NO_TLS;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return Diagnosis.EXPIRED_CERTIFICATE;
            }
            String message = String.valueOf(cause.getMessage());
            if (message.startsWith("No subject alternative") || message.startsWith("No name matching")) {
                return Diagnosis.CERTIFICATE_OF_ANOTHER_HOST;
            }
            if (cause instanceof GeneralSecurityException) {
                found = Diagnosis.UNTRUSTED_CERTIFICATE;
            }
        }
        return found;
    }
}

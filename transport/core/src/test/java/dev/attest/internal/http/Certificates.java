package dev.attest.internal.http;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Certificates that the JDK's own keytool makes: {@code ca}, which nobody knows, and by it {@code good} for 127.0.0.1
 * and server.test, {@code expired} for the same, {@code elsewhere} for another host.
 */
final class Certificates {

    static final String CA = "ca";
    static final String GOOD = "good";
    static final String EXPIRED = "expired";
    static final String ELSEWHERE = "elsewhere";

    private static final String PASSWORD = "changeit";

    private final KeyStore store;

    private Certificates(KeyStore store) {
        this.store = store;
    }

    static Certificates in(Path folder) throws Exception {
        Path file = folder.resolve("all.p12");
        make(file, CA, "-ext", "bc=ca:true");
        make(file, GOOD, "-signer", CA, "-ext", "SAN=ip:127.0.0.1,dns:server.test");
        make(file, EXPIRED, "-signer", CA, "-ext", "SAN=ip:127.0.0.1", "-startdate", "-3d", "-validity", "1");
        make(file, ELSEWHERE, "-signer", CA, "-ext", "SAN=dns:elsewhere.test");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new Certificates(store);
    }

    X509Certificate certificate(String alias) throws Exception {
        return (X509Certificate) store.getCertificate(alias);
    }

    /** Returns what a server needs to show that certificate. */
    SSLContext server(String alias) throws Exception {
        KeyStore alone = KeyStore.getInstance("PKCS12");
        alone.load(null, null);
        alone.setKeyEntry(
                alias,
                store.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                store.getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(alone, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void make(Path file, String alias, String... more) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(keytool, "-genkeypair", "-keyalg", "EC", "-alias", alias));
        command.addAll(List.of("-dname", "CN=" + alias, "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", file.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }
}

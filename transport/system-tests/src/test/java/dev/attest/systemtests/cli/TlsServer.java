package dev.attest.systemtests.cli;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A server with a certificate of its own making. */
final class TlsServer implements AutoCloseable {

    /** Of all stores. */
    static final String PASSWORD = "changeit";

    private static final String LOOPBACK = "SAN=ip:127.0.0.1";

    private final HttpsServer server;
    private final Path trusted;

    private TlsServer(Path keys, Path trusted) throws GeneralSecurityException, IOException {
        this.trusted = trusted;
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
        server.start();
    }

    /** Starts one whose certificate nobody has signed but itself. */
    static TlsServer selfSigned(Path folder, String name) throws Exception {
        Path keys = folder.resolve("keys.p12");
        keytool(keys, "-genkeypair -alias shop -keyalg EC -dname CN=shop -ext " + name);
        return new TlsServer(keys, keys);
    }

    /** Starts one whose certificate was signed by an authority, and was good until two months ago. */
    static TlsServer expired(Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Path authority = folder.resolve("authority.p12");
        Path request = folder.resolve("shop.csr");
        Path signed = folder.resolve("shop.crt");
        Path root = folder.resolve("root.crt");
        keytool(authority, "-genkeypair -alias root -keyalg EC -dname CN=root -ext bc:c");
        keytool(authority, "-exportcert -alias root -file " + root);
        keytool(keys, "-genkeypair -alias shop -keyalg EC -dname CN=shop");
        keytool(keys, "-certreq -alias shop -file " + request);
        String validity = " -startdate -90d -validity 30 -ext " + LOOPBACK;
        keytool(authority, "-gencert -alias root -infile " + request + " -outfile " + signed + validity);
        keytool(keys, "-importcert -noprompt -alias root -file " + root);
        keytool(keys, "-importcert -noprompt -alias shop -file " + signed);
        return new TlsServer(keys, authority);
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/DefaultCollection";
    }

    /** Returns a store with what has signed the certificate. */
    Path trusted() {
        return trusted;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void keytool(Path store, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(Arrays.asList(arguments.split(" ")));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).as(arguments).isZero();
    }

    private static SSLContext context(Path file) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}

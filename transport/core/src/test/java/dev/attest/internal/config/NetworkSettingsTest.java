package dev.attest.internal.config;

import dev.attest.internal.config.setting.CommonKeys;
import dev.attest.internal.config.setting.Key;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkSettingsTest {

    private static final String SHA_256 = "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "http://proxy.corp:3128,                http://proxy.corp:3128",
        "https://ann:s3cr%40t@proxy.corp,       https://***@proxy.corp",
        "ann:s3cr@t@proxy.corp:3128,            ***@proxy.corp:3128",
        "none,                                  none",
    })
    void takesAProxyAndShowsNoneOfItsCredentials(String proxy, String shown) {
        Settings settings = given().environment("ATTEST_PROXY", proxy).read();

        assertThat(network(settings).proxy().reveal()).isEqualTo(proxy);
        assertThat(value(settings, CommonKeys.PROXY)).isEqualTo(shown);
        assertThat(settings.toString()).doesNotContain("s3cr");
        assertThat(settings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://ann:s3cret@proxy.corp", "http://ann:s3cret@", "http://proxy.corp:3128/path"})
    void takesNoOtherWayWhereTheProxyIsNoAddress(String proxy) {
        Settings settings = given().environment("ATTEST_PROXY", proxy).read();

        assertThat(settings.azure()).isNull();
        assertThat(settings.active()).isTrue();
        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains("attest.proxy", "http://[user:password@]host:port", "results wait on disk")
                .doesNotContain("s3cret");
    }

    @Test
    void warnsOfAPasswordOfTheProxyThatOthersMayRead() {
        Settings settings = given().file("attest.properties", "attest.proxy=http://ann:s3cret@proxy.corp:3128")
                .read();

        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains("password of the proxy", "attest.properties", "ATTEST_PROXY")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS", "PEM"})
    void readsTheCertificatesOfATrustStore(String type) throws Exception {
        List<X509Certificate> certificates = certificates();
        write(folder.resolve("trusted"), type, certificates);

        Settings settings = given().property("attest.trust-store", "trusted")
                .environment("ATTEST_TRUST_STORE_PASSWORD", "s3cret")
                .read();

        assertThat(network(settings).trusted()).containsExactlyInAnyOrderElementsOf(certificates);
        assertThat(value(settings, CommonKeys.TRUST_STORE))
                .isEqualTo(folder.resolve("trusted").toString());
        assertThat(value(settings, CommonKeys.TRUST_STORE_PASSWORD)).isEqualTo("***");
        assertThat(settings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"absent, s3cret, a file that exists", "trusted, wrong, trust-store-password", "text, s3cret, PEM"})
    void trustsNothingElseWhereTheTrustStoreCannotBeRead(String file, String password, String why) throws Exception {
        write(folder.resolve("trusted"), "PKCS12", certificates());
        Files.writeString(folder.resolve("text"), "no certificate");

        Settings settings = given().property("attest.trust-store", file)
                .environment("ATTEST_TRUST_STORE_PASSWORD", password)
                .read();

        assertThat(settings.azure()).isNull();
        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains("attest.trust-store", why, "results wait on disk");
    }

    @Test
    void asksForThePasswordOfATrustStoreThatShowsNothingWithoutIt() throws Exception {
        write(folder.resolve("trusted"), "PKCS12", certificates());

        assertThat(given().property("attest.trust-store", "trusted").read().warnings())
                .singleElement()
                .asString()
                .contains("Perhaps attest.trust-store-password is missing");
    }

    @Test
    void takesTheDigestOfACertificateAsToolsShowIt() {
        String withColons = SHA_256.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");

        for (String digest : List.of(SHA_256, withColons)) {
            assertThat(network(given().property("attest.azure.certificate", digest)
                                    .read())
                            .certificate())
                    .isEqualTo(SHA_256);
        }
    }

    @Test
    void publishesNothingWhereThePinIsNoDigest() {
        Settings settings =
                given().property("attest.azure.certificate", "01:23").read();

        assertThat(settings.azure()).isNull();
        assertThat(settings.warnings())
                .singleElement()
                .asString()
                .contains("attest.azure.certificate", "64 hexadecimal digits");
    }

    @Test
    void warnsOfAPinThatProvesNothing() {
        Settings settings = given().property("attest.azure.url", "http://tfs/tfs/Main")
                .property("attest.azure.certificate", SHA_256)
                .read();

        assertThat(settings.warnings()).singleElement().asString().contains("attest.azure.certificate proves nothing");
    }

    private Given given() {
        return new Given(folder).azure();
    }

    private static NetworkSettings network(Settings settings) {
        return Objects.requireNonNull(settings.azure()).network();
    }

    private static String value(Settings settings, Key<?> key) {
        return settings.value(key).value();
    }

    /** Two of those that the JVM trusts: any do. */
    private static List<X509Certificate> certificates() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        X509TrustManager ofJvm = (X509TrustManager) factory.getTrustManagers()[0];
        return List.of(ofJvm.getAcceptedIssuers()).subList(0, 2);
    }

    private static void write(Path file, String type, List<X509Certificate> certificates) throws Exception {
        if (type.equals("PEM")) {
            StringBuilder pem = new StringBuilder();
            for (X509Certificate certificate : certificates) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            Files.writeString(file, pem);
            return;
        }
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry(certificate.getSerialNumber().toString(), certificate);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "s3cret".toCharArray());
        }
    }
}

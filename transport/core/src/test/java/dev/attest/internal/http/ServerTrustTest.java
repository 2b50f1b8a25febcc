package dev.attest.internal.http;

import dev.attest.internal.http.ExchangeFailedException.Failure;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Which servers are told anything, and what is said of the others. */
class ServerTrustTest {

    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.in(folder);
    }

    @Test
    void tellsNothingToAServerWhoseIssuerIsUnknown() throws Exception {
        ExchangeFailedException refused = refusal(Certificates.GOOD, List.of(), "");

        assertThat(refused.failure()).isEqualTo(Failure.NOT_TRUSTED);
        assertThat(refused)
                .hasMessageContaining("not trusted")
                .hasMessageContaining("CN=good, issued by CN=ca")
                .hasMessageContaining(sha256(Certificates.GOOD));
    }

    @Test
    void trustsAnIssuerThatIsAddedToThoseOfTheJvm() throws Exception {
        assertThat(status(Certificates.GOOD, List.of(certificates.certificate(Certificates.CA)), ""))
                .isEqualTo(200);
    }

    @Test
    void trustsAServerThatIsAddedToThoseOfTheJvm() throws Exception {
        assertThat(status(Certificates.GOOD, List.of(certificates.certificate(Certificates.GOOD)), ""))
                .isEqualTo(200);
    }

    @Test
    void tellsNothingToAServerWhoseCertificateIsExpired() throws Exception {
        ExchangeFailedException refused =
                refusal(Certificates.EXPIRED, List.of(certificates.certificate(Certificates.CA)), "");

        assertThat(refused.failure()).isEqualTo(Failure.OUT_OF_DATE);
        assertThat(refused)
                .hasMessageContaining("expired")
                .hasMessageContaining(certificates
                        .certificate(Certificates.EXPIRED)
                        .getNotAfter()
                        .toInstant()
                        .toString())
                .hasMessageContaining(sha256(Certificates.EXPIRED));
    }

    @Test
    void tellsNothingToAServerWithTheCertificateOfAnotherHost() throws Exception {
        ExchangeFailedException refused =
                refusal(Certificates.ELSEWHERE, List.of(certificates.certificate(Certificates.CA)), "");

        assertThat(refused.failure()).isEqualTo(Failure.WRONG_HOST);
        assertThat(refused)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("CN=elsewhere")
                .hasMessageContaining(sha256(Certificates.ELSEWHERE));
    }

    @Test
    void trustsThePinnedCertificateWhoeverIssuedItToWhomAndWhen() throws Exception {
        for (String alias : List.of(Certificates.GOOD, Certificates.EXPIRED, Certificates.ELSEWHERE, Certificates.CA)) {
            assertThat(status(alias, List.of(), sha256(alias))).isEqualTo(200);
            assertThat(status(alias, List.of(), sha256(alias).replace(":", "").toLowerCase(Locale.ROOT)))
                    .isEqualTo(200);
        }
    }

    @Test
    void tellsNothingToAServerWithAnotherCertificateThanThePinnedOne() throws Exception {
        ExchangeFailedException refused = refusal(
                Certificates.GOOD, List.of(certificates.certificate(Certificates.CA)), sha256(Certificates.EXPIRED));

        assertThat(refused.failure()).isEqualTo(Failure.NOT_THE_PINNED_ONE);
        assertThat(refused).hasMessageContaining("CN=good").hasMessageContaining(sha256(Certificates.GOOD));
    }

    private static ExchangeFailedException refusal(String alias, List<X509Certificate> trusted, String pin)
            throws Exception {
        try (TlsOrigin server = new TlsOrigin(certificates.server(alias));
                Http http = http(trusted, pin)) {
            Request get = new Request("GET", server.uri(), Map.of("Authorization", "Basic x"), null);
            Request post = new Request("POST", server.uri(), Map.of(), Body.text("text/plain", "x"));

            ExchangeFailedException refused = refusal(http, get);
            assertThat(refusal(http, post).failure()).isEqualTo(refused.failure());

            assertThat(refused.failure()).isNotIn(Failure.CONNECTION_LOST, Failure.TIMED_OUT);
            assertThat(server.requests()).isEmpty();
            return refused;
        }
    }

    private static ExchangeFailedException refusal(Http http, Request request) {
        return catchThrowableOfType(ExchangeFailedException.class, () -> http.exchange(request));
    }

    private static int status(String alias, List<X509Certificate> trusted, String pin) throws Exception {
        try (TlsOrigin server = new TlsOrigin(certificates.server(alias));
                Http http = http(trusted, pin)) {
            return http.exchange(new Request("GET", URI.create(server.uri().toString()), Map.of(), null))
                    .status();
        }
    }

    private static Http http(List<X509Certificate> trusted, String pin) {
        return new Http(new HttpSettings(1, Map.of(), "", trusted, pin));
    }

    private static String sha256(String alias) throws Exception {
        return Fingerprint.of(certificates.certificate(alias));
    }
}

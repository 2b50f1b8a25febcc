package dev.attest.internal.azure;

import dev.attest.internal.destination.ProbeResult.Kind;
import dev.attest.internal.http.Origin;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AzureProbeTest {

    @Test
    void tellsWhyNoReplyCame() {
        try (Origin origin = new Origin();
                AzureProbe silent = probe(origin.drop().uri("/tfs/Main/"));
                AzureProbe unknown = probe(URI.create("http://no-such-host.invalid/tfs/Main/"))) {
            assertThat(silent.workItems().kind()).isEqualTo(Kind.NO_ANSWER);
            assertThat(unknown.workItems().kind()).isEqualTo(Kind.UNKNOWN_HOST);
            assertThat(unknown.project().kind()).isEqualTo(Kind.UNKNOWN_HOST);
        }
    }

    private static AzureProbe probe(URI url) {
        return new AzureProbe(Samples.settings(url, "7.1"), Map.of());
    }
}

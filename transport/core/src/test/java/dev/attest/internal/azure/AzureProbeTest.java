package dev.attest.internal.azure;

import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.destination.ProbeResult.Kind;
import dev.attest.internal.http.Origin;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** In the area {@code test}, plans and suites end at 5.0. */
    @ParameterizedTest
    @CsvSource({
        "5.0, /_apis/test/plans/7, 5.0",
        "5.1, /_apis/testplan/Plans/7, 5.1-preview.1",
        "6.0, /_apis/testplan/Plans/7, 6.0-preview.1",
        "7.1, /_apis/testplan/Plans/7, 7.1"
    })
    void looksForPlansWhereTheyAreInThisVersion(String version, String path, String requested) throws Exception {
        try (Origin origin = new Origin().answer(200, "{}").answer(200, "{}");
                AzureProbe probe = new AzureProbe(Samples.settings(origin.uri("/tfs/Main/"), version), Map.of())) {
            probe.plan(new PlanSettings(7, 8, "", false));

            assertThat(origin.requests())
                    .containsExactly(
                            "GET /tfs/Main/The%20Shop" + path + "?api-version=" + requested,
                            "GET /tfs/Main/The%20Shop" + path + "/suites/8?api-version=" + requested);
        }
    }

    private static AzureProbe probe(URI url) {
        return new AzureProbe(Samples.settings(url, "7.1"), Map.of());
    }
}

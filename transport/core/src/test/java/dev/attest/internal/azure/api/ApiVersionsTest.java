package dev.attest.internal.azure.api;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.MalformedJsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

public class ApiVersionsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // server,       runs released, runs max, attachments released, attachments max, expected
        "Services,       7.0, 7.1, 7.0, 7.1, 7.0, 7.0",
        "newest,         7.1, 7.2, 7.1, 7.2, 7.1, 7.1",
        "a later one,    8.0, 8.0, 8.0, 8.0, 7.1, 7.1",
        "Server 2022,    7.0, 7.0, 7.0, 7.0, 7.0, 7.0",
        "Server 2020,    6.0, 6.0, 0.0, 6.0, 6.0, 6.0-preview.1",
        "Server 2019,    5.0, 5.1, 0.0, 5.1, 5.0, 5.0-preview.1",
        "TFS 2018,       4.1, 4.1, 0.0, 4.1, 4.1, 4.1-preview.1",
        "TFS 2017,       3.0, 3.2, 0.0, 2.0, 3.0, 2.0-preview.1",
        "nothing final,  0.0, 6.1, 0.0, 6.1, 6.1-preview, 6.1-preview.1",
    })
    void suitTheServer(
            String server,
            String runsReleased,
            String runsMax,
            String attachmentsReleased,
            String attachmentsMax,
            String runs,
            String attachments)
            throws MalformedJsonException {
        String options = options(runsReleased, runsMax, attachmentsReleased, attachmentsMax);

        assertThat(ApiVersions.suiting(Json.read(options))).hasValue(new ApiVersions(runs, runs, attachments));
    }

    /** The form of results that TFS 2017 has released names a result to change by a reference. */
    @ParameterizedTest
    @CsvSource({"1.0, 3.2, 3.2-preview", "2.0, 2.0, 2.0", "3.0, 3.2, 3.0", "1.0, 8.0, 7.1-preview"})
    void areOfAFormOfResultsWithIds(String released, String max, String expected) throws MalformedJsonException {
        String options = options("3.0", "3.2", "0.0", "2.0")
                .replaceFirst(
                        "(Results\",\\s*\"minVersion\":\"1.0\"),[^}]*",
                        "$1,\"maxVersion\":\"" + max + "\",\"releasedVersion\":\"" + released + "\"");

        ApiVersions versions = ApiVersions.suiting(Json.read(options)).orElseThrow();

        assertThat(versions.results()).isEqualTo(expected);
        assertThat(versions.runs()).isEqualTo("3.0");
    }

    @ParameterizedTest
    @CsvSource({
        "7.1,           7.1,           7.1",
        "7.0,           7.0,           7.0",
        "6.0,           6.0,           6.0-preview.1",
        "5.1,           5.1,           5.1-preview.1",
        "7.2-preview.3, 7.2-preview.3, 7.2-preview.1",
    })
    void canBeChosen(String chosen, String runs, String attachments) {
        assertThat(ApiVersions.of(chosen)).isEqualTo(new ApiVersions(runs, runs, attachments));
    }

    @Test
    void areUnknownWhereTheAnswerIsOfSomethingElse() throws MalformedJsonException {
        assertThat(ApiVersions.suiting(Json.read("{\"count\":0,\"value\":[]}"))).isEmpty();
        assertThat(ApiVersions.suiting(Json.read("{\"value\":{\"id\":1}}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5.0, false, false", "5.1, true, false", "6.0, true, true", "7.2-preview.3, true, true"})
    void tellWhatTheServiceKnows(String version, boolean jobs, boolean pointsBelow) {
        assertThat(ApiVersions.of(version).hasJobs()).isEqualTo(jobs);
        assertThat(ApiVersions.of(version).canListPointsBelow()).isEqualTo(pointsBelow);
    }

    @Test
    void tellWhetherRunsCanBeQueried() {
        assertThat(ApiVersions.of("5.0").canQueryRuns()).isTrue();
        assertThat(ApiVersions.of("4.1").canQueryRuns()).isFalse();
    }

    public static String options(
            String runsReleased, String runsMax, String attachmentsReleased, String attachmentsMax) {
        return """
                {"count":3,"value":[
                 {"id":"cadb3810-d47d-4a3c-a234-fe5f3be50138","area":"Test","resourceName":"Runs",
                  "minVersion":"1.0","maxVersion":"%2$s","releasedVersion":"%1$s","resourceVersion":3},
                 {"id":"4637d869-3a76-4468-8057-0bb02aa385cf","area":"Test","resourceName":"Results",
                  "minVersion":"1.0","maxVersion":"%2$s","releasedVersion":"%1$s","resourceVersion":6},
                 {"id":"2BFFEBE9-2f0f-4639-9af8-56129e9fed2d","area":"Test","resourceName":"Attachments",
                  "minVersion":"2.0","maxVersion":"%4$s","releasedVersion":"%3$s","resourceVersion":1}]}
                """.formatted(runsReleased, runsMax, attachmentsReleased, attachmentsMax);
    }
}

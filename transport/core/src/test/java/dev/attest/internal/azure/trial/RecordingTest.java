package dev.attest.internal.azure.trial;

import dev.attest.internal.azure.Samples;
import dev.attest.internal.http.Body;
import dev.attest.internal.http.Request;
import dev.attest.internal.http.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RecordingTest {

    private static final URI COLLECTION = URI.create("https://ado.contoso.example:8443/tfs/Finance");
    private static final URI RUNS = URI.create(COLLECTION + "/The%20Shop/_apis/test/runs");
    private static final String BERTHA = "{\"displayName\":\"Bertha Benz\",\"uniqueName\":\"bertha@contoso.example\","
            + "\"id\":\"0b6b5a1e-8f8e-4d39-a7b6-2d7fd1f0b0c1\",\"descriptor\":\"aad.QmVydGhh\"}";

    private final Recording recording = new Recording(
            Samples.settings(COLLECTION, "7.1"), Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void hasWhatATrialSentAndWhatEachServiceMayAnswer() {
        exchange("POST", RUNS + "?api-version=7.1", "{\"name\":\"Trial\",\"state\":\"InProgress\"}", """
                {"id":4711,"name":"Trial","state":"Unspecified","revision":2,"isAutomated":true,\
                "startedDate":"2026-12-01T08:00:00.123Z","owner":null,"tags":["Trial","finance"]}""");
        exchange("GET", RUNS + "/4711?runTitle=Trial", "", "{\"id\":4711}");

        assertThat(exchanges()).containsExactly("""
                        {"method":"POST","path":"/{project}/_apis/test/runs?api-version=7.1",\
                        "request":{"name":"Trial","state":"InProgress"},"status":200,\
                        "reply":{"id":1,"name":"Trial","state":"Unspecified","revision":2,"isAutomated":true,\
                        "startedDate":"2026-12-01T08:00:00.123Z","owner":null,"tags":["Trial","text"]}}""", """
                        {"method":"GET","path":"/{project}/_apis/test/runs/1?runTitle=Trial","status":200,\
                        "reply":{"id":1}}""");
    }

    /** Wherever a service may put it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"owner\":%s}",
                "{\"value\":[{\"lastUpdatedBy\":%s}]}",
                "{\"state\":\"of The Shop\",\"a\":[%s]}",
                "{\"message\":\"TF400813: 'Bertha Benz' (bertha@contoso.example) may not see The Shop of Finance, id 4711.\"}",
                "{\"url\":\"https://ado.contoso.example:8443/tfs/Finance/The%%20Shop/_apis/test/Runs/4711\"}",
                "{\"Finance\":{\"The Shop\":\"0b6b5a1e-8f8e-4d39-a7b6-2d7fd1f0b0c1\"}}",
                "{\"runId\":\"4711\",\"pointIds\":[4711],\"big\":47110000004711}"
            })
    void tellsNotWhoAndWhere(String reply) {
        exchange("GET", RUNS + "/4711", "", reply.formatted(BERTHA));

        assertThat(exchanges())
                .singleElement()
                .asString()
                .doesNotContainIgnoringCase(
                        "bertha",
                        "benz",
                        "contoso",
                        "finance",
                        "the shop",
                        "The%20Shop",
                        "4711",
                        "0b6b5a1e",
                        "QmVydGhh");
    }

    @Test
    void beginsWithWhatAReplayNeeds() {
        recording.concluded(List.of(Finding.asAssumed("A run is completed.", "by Bertha Benz")));

        assertThat(recording.lines()).containsExactly("""
                {"format":2,"apiVersion":"7.1","bugs":false,\
                "findings":[{"assumption":"A run is completed.","verdict":"AS_ASSUMED"}]}""");
    }

    @Test
    void hasKindAndLengthOfWhatIsNoJson() {
        exchange("GET", RUNS.toString(), "", "<html>Bertha Benz</html>");

        assertThat(exchanges()).containsExactly("""
                {"method":"GET","path":"/{project}/_apis/test/runs","status":200,"length":24}""");
    }

    @Test
    void hasOfTheHeadersWhatChangesTheTrial() {
        Response reply = new Response(
                503,
                Map.of(
                        "content-type", List.of("text/html; charset=Bertha"),
                        "date", List.of("Tue, 01 Dec 2026 08:01:00 GMT"),
                        "x-ms-continuationtoken", List.of("bertha")),
                "<html>",
                true,
                "proxy.contoso.example");

        recording.exchanged(new Request("GET", RUNS, Map.of(), null), reply);

        assertThat(exchanges()).containsExactly("""
                {"method":"GET","path":"/{project}/_apis/test/runs","status":503,"type":"text/html","clock":60,\
                "continues":true,"truncated":true,"length":6}""");
    }

    @Test
    void hasRequestsWithoutReply() {
        recording.unanswered(new Request("DELETE", URI.create(RUNS + "/4711"), Map.of(), null));

        assertThat(exchanges())
                .containsExactly(
                        "{\"method\":\"DELETE\",\"path\":\"/{project}/_apis/test/runs/1\",\"unanswered\":true}");
    }

    @Test
    @Timeout(10)
    void hasTheStartOfAMessageThatHasNoEnd() {
        exchange("GET", RUNS.toString(), "", "{\"message\":\"no run a" + ".".repeat(1_000_000) + "x\"}");

        assertThat(exchanges())
                .singleElement()
                .asString()
                .hasSizeLessThan(2_200)
                .contains("\"message\":\"no run ");
    }

    private List<String> exchanges() {
        return recording.lines().subList(1, recording.lines().size());
    }

    private void exchange(String method, String address, String body, String reply) {
        Request request = new Request(
                method,
                URI.create(address),
                Map.of("Authorization", "Basic c2VjcmV0"),
                body.isEmpty() ? null : Body.text("application/json", body));
        recording.exchanged(request, new Response(200, Map.of("x", List.of("Bertha")), reply, false, ""));
    }
}

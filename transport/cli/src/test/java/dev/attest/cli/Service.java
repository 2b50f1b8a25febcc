package dev.attest.cli;

import dev.attest.json.Json;
import dev.attest.json.JsonValue;
import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A stand-in, what leads to it, and what it has. */
final class Service implements AutoCloseable {

    private final StandIn standIn;
    private final HttpClient http = HttpClient.newHttpClient();

    private Service(StandIn standIn) {
        this.standIn = standIn;
    }

    static Service start() {
        return start(StandInOptions.defaults());
    }

    static Service start(StandInOptions options) {
        return new Service(StandIn.start(options));
    }

    StandIn standIn() {
        return standIn;
    }

    Map<String, String> environment() {
        return Map.of(
                "ATTEST_AZURE_URL", standIn.url().toString(),
                "ATTEST_AZURE_PROJECT", standIn.project(),
                "ATTEST_AZURE_TOKEN", standIn.token());
    }

    /** Returns title and state of each run, oldest first. */
    List<String> runs() throws IOException, InterruptedException {
        return list("/runs?includeRunDetails=true").stream()
                .map(run -> text(run, "id") + " " + text(run, "name") + " " + text(run, "state"))
                .sorted()
                .toList();
    }

    /** Returns title and outcome of each result of a run. */
    List<String> results(int run) throws IOException, InterruptedException {
        return list("/runs/" + run + "/results?").stream()
                .map(result -> text(result, "testCaseTitle") + " " + text(result, "outcome"))
                .toList();
    }

    @Override
    public void close() {
        standIn.close();
    }

    private List<JsonValue> list(String path) throws IOException, InterruptedException {
        URI uri = URI.create(standIn.url() + "/" + standIn.project() + "/_apis/test" + path + "&api-version=7.1");
        String pair = Base64.getEncoder().encodeToString((":" + standIn.token()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Basic " + pair)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return Json.read(response.body()).get("value").items();
    }

    private static String text(JsonValue value, String name) {
        return value.get(name).text().orElse("");
    }
}

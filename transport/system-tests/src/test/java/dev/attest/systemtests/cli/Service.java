package dev.attest.systemtests.cli;

import dev.attest.internal.json.Json;
import dev.attest.internal.json.JsonValue;
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

    Map<String, String> qaCompleteEnvironment() {
        return Map.of(
                "ATTEST_QACOMPLETE_URL", standIn.qaCompleteUrl().toString(),
                "ATTEST_QACOMPLETE_PROJECT", "1",
                "ATTEST_QACOMPLETE_USER", standIn.qaComplete().user(),
                "ATTEST_QACOMPLETE_PASSWORD", standIn.qaComplete().password(),
                "ATTEST_QACOMPLETE_TEST_SET", "1");
    }

    /** Returns test set and number of passed tests of each run of QAComplete. */
    List<String> qaCompleteRuns() throws IOException, InterruptedException {
        String login = standIn.qaComplete().user() + ":" + standIn.qaComplete().password();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(standIn.qaCompleteUrl() + "/api/v2/projects/1/testruns"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .build();
        return json(request).get("results").items().stream()
                .map(run -> text(run, "test_set_name") + ", " + text(run, "nbr_passed") + " passed")
                .toList();
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

    /** Makes a task, and returns its id. */
    int newWorkItem() throws IOException, InterruptedException {
        String title = "[{\"op\":\"add\",\"path\":\"/fields/System.Title\",\"value\":\"Evidence\"}]";
        HttpRequest request = request("/wit/workitems/$Task?")
                .header("Content-Type", "application/json-patch+json")
                .POST(HttpRequest.BodyPublishers.ofString(title))
                .build();
        return Integer.parseInt(text(json(request), "id"));
    }

    int revision(int workItem) throws IOException, InterruptedException {
        return Integer.parseInt(
                text(json(request("/wit/workitems/" + workItem + "?").build()), "rev"));
    }

    @Override
    public void close() {
        standIn.close();
    }

    private List<JsonValue> list(String path) throws IOException, InterruptedException {
        return json(request("/test" + path + "&").build()).get("value").items();
    }

    private HttpRequest.Builder request(String path) {
        URI uri = URI.create(standIn.url() + "/" + standIn.project() + "/_apis" + path + "api-version=7.1");
        String pair = Base64.getEncoder().encodeToString((":" + standIn.token()).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri).header("Authorization", "Basic " + pair);
    }

    private JsonValue json(HttpRequest request) throws IOException, InterruptedException {
        return Json.read(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static String text(JsonValue value, String name) {
        return value.get(name).text().orElse("");
    }
}

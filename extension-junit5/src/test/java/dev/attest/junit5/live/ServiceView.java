package dev.attest.junit5.live;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What the service has, read as any program would read it. */
final class ServiceView {

    record Run(int id, String name, String state, int totalTests) {}

    record Result(int id, String title, String outcome, String message, String comment) {}

    record Attachment(int id, String fileName, String type, String comment, long size) {}

    private static final int PAGE = 1000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    ServiceView(String collection, String project, String token) {
        this.base = collection + "/" + project + "/_apis/test/runs";
        this.token = token;
    }

    List<Run> runs() {
        return values("?includeRunDetails=true").stream()
                .map(run -> new Run(
                        run.get("id").getAsInt(),
                        text(run, "name"),
                        text(run, "state"),
                        run.get("totalTests").getAsInt()))
                .toList();
    }

    List<Result> results(int run) {
        List<Result> results = new ArrayList<>();
        for (int skip = 0; results.size() == skip; skip += PAGE) {
            values("/" + run + "/results?$top=" + PAGE + "&$skip=" + skip).stream()
                    .map(result -> new Result(
                            result.get("id").getAsInt(),
                            text(result, "testCaseTitle"),
                            text(result, "outcome"),
                            text(result, "errorMessage"),
                            text(result, "comment")))
                    .forEach(results::add);
        }
        return results;
    }

    List<Attachment> attachments(int run, int result) {
        return values("/" + run + "/results/" + result + "/attachments").stream()
                .map(attachment -> new Attachment(
                        attachment.get("id").getAsInt(),
                        text(attachment, "fileName"),
                        text(attachment, "attachmentType"),
                        text(attachment, "comment"),
                        attachment.get("size").getAsLong()))
                .toList();
    }

    InputStream bytes(int run, int result, int attachment) {
        return send(
                "/" + run + "/results/" + result + "/attachments/" + attachment,
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private List<JsonObject> values(String path) {
        String body = send(path, HttpResponse.BodyHandlers.ofString());
        List<JsonObject> values = new ArrayList<>();
        for (JsonElement value : JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("value")) {
            values.add(value.getAsJsonObject());
        }
        return values;
    }

    private <T> T send(String path, HttpResponse.BodyHandler<T> handler) {
        String separator = path.contains("?") ? "&" : "?";
        URI uri = URI.create(base + path + separator + "api-version=7.0");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<T> response = http.send(request, handler);
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "GET " + uri + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : "";
    }
}

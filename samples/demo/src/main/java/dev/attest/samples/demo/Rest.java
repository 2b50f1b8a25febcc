package dev.attest.samples.demo;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Asks a service for JSON as any other program would: nothing of Attest is in it. */
final class Rest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String authorization;

    /** @param base what all paths begin with */
    Rest(String base, String user, String password) {
        this.base = base;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    JsonObject get(String path) throws IOException, InterruptedException {
        return ask("GET", path, BodyPublishers.noBody());
    }

    JsonObject post(String path, String json) throws IOException, InterruptedException {
        return ask("POST", path, BodyPublishers.ofString(json));
    }

    private JsonObject ask(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    method + " " + request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    static List<JsonObject> objects(JsonObject owner, String name) {
        List<JsonObject> objects = new ArrayList<>();
        if (owner.has(name)) {
            owner.getAsJsonArray(name).forEach(value -> objects.add(value.getAsJsonObject()));
        }
        return objects;
    }
}

package dev.attest.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Speaks to a stand-in as any client would. Single quotes in JSON stand for double ones. */
final class Client {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PROJECT = "/demo/_apis/test/";

    private final String base;
    private final String version;
    private final String token;

    private Client(String base, String version, String token) {
        this.base = base;
        this.version = version;
        this.token = token;
    }

    static Client of(StandIn server) {
        return new Client(server.url() + PROJECT, "7.1", server.token());
    }

    static Client at(String collection) {
        return new Client(collection + PROJECT, "7.1", "attest-demo");
    }

    Client speaking(String other) {
        return new Client(base, other, token);
    }

    /** Returns a client of another project of the same server. */
    Client in(String project) {
        return new Client(base.replace("/demo/", "/" + project + "/"), version, token);
    }

    static String basic(String token) {
        return "Basic " + Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8));
    }

    Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Reply delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Reply post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json.replace('\'', '"')));
    }

    Reply post(String path, BodyPublisher body) {
        return send("POST", path, body);
    }

    Reply patch(String path, String json) {
        return send("PATCH", path, BodyPublishers.ofString(json.replace('\'', '"')));
    }

    int createRun() {
        return post("runs", "{'name':'r','automated':true,'state':'InProgress'}")
                .json()
                .get("id")
                .asInt();
    }

    private Reply send(String method, String path, BodyPublisher body) {
        var separator = path.contains("?") ? "&" : "?";
        var uri = URI.create(base + path + (version.isEmpty() ? "" : separator + "api-version=" + version));
        return send(HttpRequest.newBuilder(uri)
                .header("Authorization", basic(token))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(1))
                .method(method, body)
                .build());
    }

    /** Reads a page as a browser without credentials. */
    static Reply page(StandIn server, String path) {
        return send(HttpRequest.newBuilder(server.page().resolve(path)).build());
    }

    static Reply send(HttpRequest request) {
        try {
            return new Reply(HTTP.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Reply(HttpResponse<byte[]> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String refusal() {
            return status() + " " + json().path("typeKey").asText();
        }
    }
}

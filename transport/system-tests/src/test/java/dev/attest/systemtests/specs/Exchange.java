package dev.attest.systemtests.specs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attest.testkit.InMemoryContent;
import dev.attest.testkit.LoopbackProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request and its reply. */
record Exchange(LoopbackProxy.Request request, LoopbackProxy.Reply reply) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String method() {
        return request.method();
    }

    /** Returns the path, decoded. */
    String path() {
        return request.uri().getPath();
    }

    /** Returns the area of the API, such as {@code wit}, in lower case; empty for a path outside of it. */
    String area() {
        String path = path().toLowerCase(Locale.ROOT);
        int from = path.indexOf("/_apis/");
        return from < 0 ? "" : path.substring(from + "/_apis/".length()).split("/", 2)[0];
    }

    /** Returns the parameters of the query, decoded. */
    Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        String raw = request.uri().getRawQuery();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    String apiVersion() {
        return query().getOrDefault("api-version", "");
    }

    /** Returns whether the service did what it was asked for. */
    boolean succeeded() {
        return reply.status() / 100 == 2;
    }

    JsonNode requestJson() {
        return json(request.body());
    }

    JsonNode replyJson() {
        return json(reply.body());
    }

    /** Returns the media type of a request or a reply without its parameters; empty without one. */
    static String mediaType(Map<String, String> headers) {
        return headers.getOrDefault("Content-Type", "").split(";", 2)[0].strip();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(InMemoryContent body) {
        try {
            return JSON.readTree(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

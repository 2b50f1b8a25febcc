package dev.attest.standin;

import dev.attest.standin.Client.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** Speaks to the work items of a stand-in. Single quotes in JSON stand for double ones. */
record WorkItems(String base, String version) {

    static WorkItems of(StandIn server) {
        return new WorkItems(server.url() + "/demo/_apis/wit/", "7.1");
    }

    WorkItems speaking(String other) {
        return new WorkItems(base, other);
    }

    Reply get(String path) {
        return Client.send(request(path).build());
    }

    Reply upload(String query, byte[] bytes) {
        return octets("POST", "attachments?" + query, bytes, "");
    }

    String register(String name) {
        return upload("uploadType=chunked&fileName=" + name, new byte[0])
                .json()
                .get("id")
                .asText();
    }

    Reply chunk(String id, String range, String text) {
        return octets(
                "PUT", "attachments/" + id + "?uploadType=chunked", text.getBytes(StandardCharsets.US_ASCII), range);
    }

    private Reply octets(String method, String path, byte[] bytes, String range) {
        var request = request(path)
                .header("Content-Type", "application/octet-stream")
                .method(method, BodyPublishers.ofByteArray(bytes));
        return Client.send((range.isEmpty() ? request : request.header("Content-Range", range)).build());
    }

    Reply create(String type, String operations) {
        return json("POST", "workitems/$" + type, "application/json-patch+json", operations);
    }

    Reply update(int id, String operations) {
        return json("PATCH", "workitems/" + id, "application/json-patch+json", operations);
    }

    Reply query(String wiql) {
        return json("POST", "wiql", "application/json", "{\"query\":\"" + wiql + "\"}");
    }

    Reply json(String method, String path, String type, String json) {
        return Client.send(request(path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(type.endsWith("+json") ? json.replace('\'', '"') : json))
                .build());
    }

    /** Creates a bug, and returns its id. */
    int bug(String title) {
        return create("Bug", "[{'op':'add','path':'/fields/System.Title','value':'" + title + "'}]")
                .json()
                .get("id")
                .asInt();
    }

    private HttpRequest.Builder request(String path) {
        var separator = path.contains("?") ? "&" : "?";
        return HttpRequest.newBuilder(URI.create(base + path + separator + "api-version=" + version))
                .header("Authorization", Client.basic("attest-demo"));
    }
}

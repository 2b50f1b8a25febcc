package dev.attest.standin;

import dev.attest.standin.Client.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Speaks to the QAComplete of a stand-in, in its first project unless told otherwise. Single quotes in JSON stand for
 * double ones.
 */
final class QaCompleteClient {

    static final String BOUNDARY = "----4711";

    private final String base;
    private final String credentials;
    private final int project;

    private QaCompleteClient(String base, String credentials, int project) {
        this.base = base;
        this.credentials = credentials;
        this.project = project;
    }

    static QaCompleteClient of(StandIn server) {
        return new QaCompleteClient(
                server.qaCompleteUrl().toString(),
                server.qaComplete().user() + ":" + server.qaComplete().password(),
                1);
    }

    QaCompleteClient as(String login, String password) {
        return new QaCompleteClient(base, login + ":" + password, project);
    }

    QaCompleteClient at(String otherBase) {
        return new QaCompleteClient(otherBase, credentials, project);
    }

    QaCompleteClient in(int otherProject) {
        return new QaCompleteClient(base, credentials, otherProject);
    }

    Reply get(String path) {
        return send("GET", path, "application/json", "");
    }

    Reply filtered(String path, String filter) {
        return get(path + "?Filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    Reply delete(String path) {
        return send("DELETE", path, "application/json", "");
    }

    Reply send(String method, String path, String json) {
        return send(method, path, "application/json", json.replace('\'', '"'));
    }

    Reply form(String path, String form) {
        return send("POST", path, "application/x-www-form-urlencoded", form);
    }

    /** Sends parts, each {@code name=value}, or {@code name@fileName=content}. */
    Reply parts(String method, String path, String... parts) {
        var body = new StringBuilder();
        for (var part : parts) {
            var name = part.substring(0, part.indexOf('='));
            var at = name.indexOf('@');
            body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"");
            if (at < 0) {
                body.append(name).append("\"\r\n\r\n");
            } else {
                body.append(name, 0, at)
                        .append("\"; filename=\"")
                        .append(name.substring(at + 1))
                        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            }
            body.append(part.substring(part.indexOf('=') + 1)).append("\r\n");
        }
        return send(
                method,
                path,
                "multipart/form-data; boundary=" + BOUNDARY,
                body.append("--").append(BOUNDARY).append("--\r\n").toString());
    }

    int newRun(int set) {
        return send("POST", "v2/testruns", "{'TestSetId':" + set + ",'ForceNewRunCreation':true}")
                .json()
                .get("id")
                .asInt();
    }

    /** Sends to a path that begins with the version; the project is put in. */
    Reply send(String method, String path, String type, String body) {
        var address = base + "/api/" + path.replaceFirst("/", "/projects/" + project + "/");
        return Client.send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", basic())
                .header("Accept", "application/json")
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the status and the text of a refusal. */
    static String refusal(Reply reply) {
        return reply.status() + " "
                + reply.json().at("/response_status/message").asText();
    }
}

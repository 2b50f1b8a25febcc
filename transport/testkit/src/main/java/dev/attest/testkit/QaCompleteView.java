package dev.attest.testkit;

import dev.attest.standin.StandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a QAComplete has, as it tells it: the JSON of its replies. */
public final class QaCompleteView {

    private final URI projects;
    private final String login;

    private QaCompleteView(URI projects, String login) {
        this.projects = projects;
        this.login = login;
    }

    public static QaCompleteView of(StandIn service) {
        String login = service.qaComplete().user() + ":" + service.qaComplete().password();
        return new QaCompleteView(
                URI.create(service.qaCompleteUrl() + "/api/"),
                Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    public String runs() {
        return get("v2/projects/1/testruns");
    }

    public String run(String id) {
        return get("v2/projects/1/testruns/" + id);
    }

    public String item(String run, String id) {
        return get("v2/projects/1/testruns/" + run + "/items/" + id);
    }

    public String files(String kind, String id) {
        return get("v1/projects/1/" + kind + "/" + id + "/files");
    }

    private String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(projects.resolve(path))
                .header("Authorization", "Basic " + login)
                .build();
        try {
            HttpResponse<String> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + reply.statusCode() + " " + reply.body());
            }
            return reply.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

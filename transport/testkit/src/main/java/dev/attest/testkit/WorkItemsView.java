package dev.attest.testkit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.attest.standin.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The work items of a service, read and made as any program would. */
public final class WorkItemsView {

    public record LinkedFile(String name, String comment, URI url) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final StandIn standIn;

    public WorkItemsView(StandIn standIn) {
        this.standIn = standIn;
    }

    /** Makes an item of a type, such as {@code Bug}, and returns its id. */
    public int create(String type) throws IOException, InterruptedException {
        String title = "[{\"op\":\"add\",\"path\":\"/fields/System.Title\",\"value\":\"Evidence\"}]";
        HttpRequest request = request(uri("workitems/$" + type))
                .header("Content-Type", "application/json-patch+json")
                .POST(HttpRequest.BodyPublishers.ofString(title))
                .build();
        return json(request).get("id").getAsInt();
    }

    public List<LinkedFile> files(int item) throws IOException, InterruptedException {
        List<LinkedFile> files = new ArrayList<>();
        JsonObject read =
                json(request(uri("workitems/" + item + "?$expand=relations")).build());
        if (read.has("relations")) {
            read.getAsJsonArray("relations").forEach(each -> {
                JsonObject attributes = each.getAsJsonObject().getAsJsonObject("attributes");
                files.add(new LinkedFile(
                        attributes.get("name").getAsString(),
                        attributes.get("comment").getAsString(),
                        URI.create(each.getAsJsonObject().get("url").getAsString())));
            });
        }
        return files;
    }

    public InputStream bytes(LinkedFile file) throws IOException, InterruptedException {
        return http.send(
                        request(URI.create(file.url() + "&api-version=7.1")).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    /** Returns the ids of the bugs that a result of a run is bound to. */
    public List<String> bugsOf(String run, String result) throws IOException, InterruptedException {
        URI uri = URI.create(standIn.url() + "/" + standIn.project() + "/_apis/test/runs/" + run + "/results/" + result
                + "?detailsToInclude=WorkItems&api-version=7.1");
        List<String> ids = new ArrayList<>();
        json(request(uri).build())
                .getAsJsonArray("associatedBugs")
                .forEach(bug -> ids.add(bug.getAsJsonObject().get("id").getAsString()));
        return ids;
    }

    private JsonObject json(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    private URI uri(String path) {
        String separator = path.contains("?") ? "&" : "?";
        return URI.create(
                standIn.url() + "/" + standIn.project() + "/_apis/wit/" + path + separator + "api-version=7.1");
    }

    private HttpRequest.Builder request(URI uri) {
        String pair = Base64.getEncoder().encodeToString((":" + standIn.token()).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri).header("Authorization", "Basic " + pair);
    }
}

package dev.attest.samples.demo;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads runs from Azure DevOps, as any other program would: nothing of Attest is in it. */
final class AzureDevOps {

    private static final int PAGE = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String authorization;

    AzureDevOps(String url, String project, String token) {
        this.base = url + "/" + project + "/_apis/test/";
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8));
    }

    List<PublishedRun> runs() throws IOException, InterruptedException {
        List<PublishedRun> runs = new ArrayList<>();
        for (JsonObject run : values("runs?includeRunDetails=true&")) {
            runs.add(run(run));
        }
        return runs;
    }

    private PublishedRun run(JsonObject run) throws IOException, InterruptedException {
        int id = run.get("id").getAsInt();
        var outcomes = new TreeMap<String, Integer>();
        var attachments = new TreeMap<String, Integer>();
        count(attachments, values("runs/" + id + "/attachments?"));
        int retried = 0;
        for (int skip = 0; ; skip += PAGE) {
            List<JsonObject> results =
                    values("runs/" + id + "/results?detailsToInclude=SubResults&$top=" + PAGE + "&$skip=" + skip + "&");
            for (JsonObject result : results) {
                String files = "runs/" + id + "/results/" + result.get("id").getAsInt() + "/attachments?";
                outcomes.merge(result.get("outcome").getAsString(), 1, Integer::sum);
                count(attachments, values(files));
                List<JsonObject> attempts = objects(result, "subResults");
                for (JsonObject attempt : attempts) {
                    count(
                            attachments,
                            values(files + "testSubResultId="
                                    + attempt.get("id").getAsInt() + "&"));
                }
                retried += attempts.isEmpty() ? 0 : 1;
            }
            if (results.size() < PAGE) {
                return new PublishedRun(
                        run.get("name").getAsString(),
                        run.get("state").getAsString(),
                        run.get("webAccessUrl").getAsString(),
                        outcomes,
                        retried,
                        attachments);
            }
        }
    }

    private static void count(Map<String, Integer> byType, List<JsonObject> attachments) {
        attachments.forEach(
                attachment -> byType.merge(attachment.get("attachmentType").getAsString(), 1, Integer::sum));
    }

    private List<JsonObject> values(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path + "api-version=7.0"))
                .header("Authorization", authorization)
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "GET " + request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return objects(JsonParser.parseString(response.body()).getAsJsonObject(), "value");
    }

    private static List<JsonObject> objects(JsonObject owner, String name) {
        List<JsonObject> objects = new ArrayList<>();
        if (owner.has(name)) {
            owner.getAsJsonArray(name).forEach(value -> objects.add(value.getAsJsonObject()));
        }
        return objects;
    }
}

package dev.attest.samples.demo;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads runs and bugs from Azure DevOps. */
final class AzureDevOps {

    private static final int PAGE = 200;

    private final Rest rest;

    AzureDevOps(String url, String project, String token) {
        this.rest = new Rest(url + "/" + project + "/_apis/", "", token);
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
        int failure = 0;
        for (int skip = 0; ; skip += PAGE) {
            List<JsonObject> results =
                    values("runs/" + id + "/results?detailsToInclude=SubResults&$top=" + PAGE + "&$skip=" + skip + "&");
            for (JsonObject result : results) {
                String files = "runs/" + id + "/results/" + result.get("id").getAsInt() + "/attachments?";
                if (failure == 0 && result.get("outcome").getAsString().equals("Failed")) {
                    failure = result.get("id").getAsInt();
                }
                outcomes.merge(result.get("outcome").getAsString(), 1, Integer::sum);
                count(attachments, values(files));
                List<JsonObject> attempts = Rest.objects(result, "subResults");
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
                        id,
                        run.get("name").getAsString(),
                        run.get("state").getAsString(),
                        run.get("webAccessUrl").getAsString(),
                        outcomes,
                        failure,
                        retried,
                        attachments);
            }
        }
    }

    private static void count(Map<String, Integer> byType, List<JsonObject> attachments) {
        attachments.forEach(
                attachment -> byType.merge(attachment.get("attachmentType").getAsString(), 1, Integer::sum));
    }

    /** Returns all bugs, in the order in which they were filed. */
    List<FiledBug> bugs() throws IOException, InterruptedException {
        JsonObject found = rest.post(
                "wit/wiql?api-version=7.0",
                "{\"query\":\"SELECT [System.Id] FROM WorkItems WHERE [System.WorkItemType] = 'Bug'"
                        + " ORDER BY [System.Id]\"}");
        List<FiledBug> bugs = new ArrayList<>();
        for (JsonObject item : Rest.objects(found, "workItems")) {
            bugs.add(bug(item.get("id").getAsInt()));
        }
        return bugs;
    }

    private FiledBug bug(int id) throws IOException, InterruptedException {
        JsonObject bug = rest.get("wit/workitems/" + id + "?$expand=all&api-version=7.0");
        List<String> files = Rest.objects(bug, "relations").stream()
                .filter(relation -> relation.get("rel").getAsString().equals("AttachedFile"))
                .map(relation ->
                        relation.getAsJsonObject("attributes").get("name").getAsString())
                .toList();
        String page = bug.getAsJsonObject("_links")
                .getAsJsonObject("html")
                .get("href")
                .getAsString();
        return new FiledBug(bug.getAsJsonObject("fields").get("System.Title").getAsString(), page, files);
    }

    private List<JsonObject> values(String path) throws IOException, InterruptedException {
        return Rest.objects(rest.get("test/" + path + "api-version=7.0"), "value");
    }
}

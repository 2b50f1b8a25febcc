package dev.attest.testkit;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the service has, read as any program would read it. */
public final class ServiceView {

    public record Run(int id, String name, String state, int totalTests) {}

    /**
     * A row of a run, and the attempts that it keeps, in the order in which they were made: none for a test that was
     * tried once.
     */
    public record Result(
            int id,
            String title,
            String name,
            String storage,
            String automatedId,
            String outcome,
            String message,
            String trace,
            String comment,
            long durationInMs,
            List<Attempt> attempts) {}

    public record Attempt(int id, int number, String outcome, String message, String comment) {}

    public record Attachment(int id, String fileName, String type, String comment, long size) {}

    /** A bug with its files by name, the pages that it links to, and the number of its comments. */
    public record Bug(int id, String title, List<String> files, List<String> links, int comments) {}

    /** The start and the end of a run, a result or an attempt. */
    public record Span(String what, Instant started, Instant completed) {

        public boolean isInOrder() {
            return completed.isAfter(started);
        }

        private static Span of(String what, JsonObject object) {
            return new Span(
                    what, Instant.parse(text(object, "startedDate")), Instant.parse(text(object, "completedDate")));
        }
    }

    private static final int PAGE = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String collection;
    private final String project;
    private final String base;
    private final String token;
    private final String version;

    public ServiceView(String collection, String project, String token) {
        this(collection, project, token, "7.0");
    }

    private ServiceView(String collection, String project, String token, String version) {
        this.collection = collection;
        this.project = project;
        this.base = collection + "/" + project + "/_apis/test/runs";
        this.token = token;
        this.version = version;
    }

    /** Returns the same, for a service that speaks only older versions. */
    public ServiceView speaking(String otherVersion) {
        return new ServiceView(collection, project, token, otherVersion);
    }

    public List<Run> runs() {
        return values("?includeRunDetails=true").stream()
                .map(run -> new Run(
                        run.get("id").getAsInt(),
                        text(run, "name"),
                        text(run, "state"),
                        run.get("totalTests").getAsInt()))
                .toList();
    }

    public List<Result> results(int run) {
        List<Result> results = new ArrayList<>();
        for (int skip = 0; results.size() == skip; skip += PAGE) {
            values("/" + run + "/results?detailsToInclude=subResults&$top=" + PAGE + "&$skip=" + skip).stream()
                    .map(ServiceView::result)
                    .forEach(results::add);
        }
        return results;
    }

    /** Returns the spans of a completed run, and of up to 200 results with their attempts. */
    public List<Span> spans(int run) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.of("run", json(HttpRequest.newBuilder(api("test/runs/" + run)))));
        for (JsonObject result : values("/" + run + "/results?detailsToInclude=subResults&$top=" + PAGE)) {
            spans.add(Span.of(text(result, "testCaseTitle"), result));
            list(result, "subResults").forEach(attempt -> spans.add(Span.of(text(attempt, "displayName"), attempt)));
        }
        return spans;
    }

    /** Returns the files of a result, and not those of its attempts. */
    public List<Attachment> attachments(int run, int result) {
        return attachments("/" + run + "/results/" + result + "/attachments");
    }

    public List<Attachment> attachments(int run, int result, Attempt attempt) {
        return attachments("/" + run + "/results/" + result + "/attachments?testSubResultId=" + attempt.id());
    }

    /** Returns the files of the run, and not those of its results. */
    public List<Attachment> attachments(int run) {
        return attachments("/" + run + "/attachments");
    }

    public InputStream bytes(int run, int result, int attachment) {
        return send(
                "/" + run + "/results/" + result + "/attachments/" + attachment,
                HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Returns the bytes of a file of an attempt. */
    public InputStream bytes(int run, int result, Attempt attempt, int attachment) {
        return send(
                "/" + run + "/results/" + result + "/attachments/" + attachment + "?testSubResultId=" + attempt.id(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Returns the bytes of a file of the run. */
    public InputStream bytes(int run, int attachment) {
        return send("/" + run + "/attachments/" + attachment, HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Returns the outcomes of the test points of a suite, by their test cases; one of several configurations. */
    public Map<Integer, String> points(int plan, int suite) {
        Map<Integer, String> outcomes = new TreeMap<>();
        URI points = api("test/Plans/" + plan + "/Suites/" + suite + "/points");
        for (JsonObject point : list(json(HttpRequest.newBuilder(points)), "value")) {
            outcomes.put(point.getAsJsonObject("testCase").get("id").getAsInt(), text(point, "outcome"));
        }
        return outcomes;
    }

    /** Returns the bugs that Attest has filed. */
    public List<Bug> bugs() {
        String query = "{\"query\":\"SELECT [System.Id] FROM WorkItems WHERE [System.Tags] CONTAINS 'attest'\"}";
        HttpRequest.Builder request = HttpRequest.newBuilder(api("wit/wiql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(query));
        return list(json(request), "workItems").stream()
                .map(found -> bug(found.get("id").getAsInt()))
                .toList();
    }

    private Bug bug(int id) {
        JsonObject item = json(HttpRequest.newBuilder(api("wit/workitems/" + id + "?$expand=relations")));
        List<String> files = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (JsonObject relation : list(item, "relations")) {
            if (text(relation, "rel").equals("AttachedFile")) {
                files.add(text(relation.getAsJsonObject("attributes"), "name"));
            } else {
                links.add(text(relation, "url"));
            }
        }
        JsonObject fields = item.getAsJsonObject("fields");
        return new Bug(
                id,
                text(fields, "System.Title"),
                files,
                links,
                fields.get("System.CommentCount").getAsInt());
    }

    /** Changes a field of a work item. */
    public void set(int workItem, String field, String value) {
        String change = "[{\"op\":\"add\",\"path\":\"/fields/" + field + "\",\"value\":\"" + value + "\"}]";
        json(HttpRequest.newBuilder(api("wit/workitems/" + workItem))
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(change)));
    }

    private URI api(String path) {
        return URI.create(collection + "/" + project + "/_apis/" + path + (path.contains("?") ? "&" : "?")
                + "api-version=" + version);
    }

    private JsonObject json(HttpRequest.Builder request) {
        return JsonParser.parseString(send(request, HttpResponse.BodyHandlers.ofString()))
                .getAsJsonObject();
    }

    private static Result result(JsonObject result) {
        return new Result(
                result.get("id").getAsInt(),
                text(result, "testCaseTitle"),
                text(result, "automatedTestName"),
                text(result, "automatedTestStorage"),
                text(result, "automatedTestId"),
                text(result, "outcome"),
                text(result, "errorMessage"),
                text(result, "stackTrace"),
                text(result, "comment"),
                result.has("durationInMs") ? result.get("durationInMs").getAsLong() : 0,
                list(result, "subResults").stream()
                        .map(attempt -> new Attempt(
                                attempt.get("id").getAsInt(),
                                attempt.get("sequenceId").getAsInt(),
                                text(attempt, "outcome"),
                                text(attempt, "errorMessage"),
                                text(attempt, "comment")))
                        .sorted(Comparator.comparingInt(Attempt::number))
                        .toList());
    }

    private List<Attachment> attachments(String path) {
        return values(path).stream()
                .map(attachment -> new Attachment(
                        attachment.get("id").getAsInt(),
                        text(attachment, "fileName"),
                        text(attachment, "attachmentType"),
                        text(attachment, "comment"),
                        attachment.get("size").getAsLong()))
                .toList();
    }

    private List<JsonObject> values(String path) {
        String body = send(path, HttpResponse.BodyHandlers.ofString());
        return list(JsonParser.parseString(body).getAsJsonObject(), "value");
    }

    private static List<JsonObject> list(JsonObject object, String name) {
        List<JsonObject> values = new ArrayList<>();
        if (object.has(name)) {
            object.getAsJsonArray(name).forEach(value -> values.add(value.getAsJsonObject()));
        }
        return values;
    }

    private <T> T send(String path, HttpResponse.BodyHandler<T> handler) {
        String separator = path.contains("?") ? "&" : "?";
        // Attachments were a preview until 7.0.
        String preview = path.contains("/attachments") && !version.startsWith("7") ? "-preview.1" : "";
        URI uri = URI.create(base + path + separator + "api-version=" + version + preview);
        return send(HttpRequest.newBuilder(uri), handler);
    }

    private <T> T send(HttpRequest.Builder builder, HttpResponse.BodyHandler<T> handler) {
        HttpRequest request = builder.header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<T> response = http.send(request, handler);
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " answered "
                        + response.statusCode() + ": " + response.body());
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

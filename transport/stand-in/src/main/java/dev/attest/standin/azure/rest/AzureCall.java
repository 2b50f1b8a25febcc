package dev.attest.standin.azure.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.ApiVersion;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An admitted request to the API: its parameters, its body, and its reply. */
public final class AzureCall {

    private static final int MAX_ID = Integer.MAX_VALUE;

    private final Context context;
    private final Policy policy;
    private final ApiVersion version;

    AzureCall(Context context, Policy policy, ApiVersion version) {
        this.context = context;
        this.policy = policy;
        this.version = version;
    }

    /** Returns the policy of the service. */
    public Policy policy() {
        return policy;
    }

    /** Returns the API version of the reply. */
    public ApiVersion version() {
        return version;
    }

    /** Returns the URL of the collection, without a trailing slash. */
    public String collection() {
        return "http://" + context.host() + "/" + context.pathParam("collection");
    }

    /** Returns the project in its canonical spelling. */
    public String project() {
        return project(context.pathParam("project"));
    }

    /** Returns the URL of the collection, followed by the GUID of the project if the request names one. */
    public String base() {
        return collection() + (hasProject() ? "/" + Projects.id(project()) : "");
    }

    /** Returns whether the path names a project. Some resources can be addressed without one. */
    public boolean hasProject() {
        return context.pathParamMap().containsKey("project");
    }

    /** Returns the project with this name or GUID. */
    public String project(String asked) {
        for (var project : policy.projects()) {
            if (project.equalsIgnoreCase(asked) || Projects.id(project).equalsIgnoreCase(asked)) {
                return project;
            }
        }
        throw new Refusal(
                404,
                "ProjectDoesNotExistWithNameException",
                "TF200016: The following project does not exist: " + asked + ". Verify that the name of the project is"
                        + " correct and that the project exists on the specified Azure DevOps Server.");
    }

    /** Returns a parameter of the path. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /** Returns an id in the path. Refuses one that is not a number with 404. */
    public int id(String name, String what) {
        var text = context.pathParam(name);
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        throw Refusal.notFound(what + " " + text + " not found.");
    }

    /** Returns a query parameter. The case of its name does not matter. */
    @Nullable
    public String query(String name) {
        return query(context, name);
    }

    /** Returns the names of all query parameters in lower case. */
    public Set<String> queryNames() {
        return context.queryParamMap().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    static @Nullable String query(Context context, String name) {
        for (var entry : context.queryParamMap().entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name) && !entry.getValue().isEmpty()) {
                return entry.getValue().get(0);
            }
        }
        return null;
    }

    /** Returns a number in the query, or a default. */
    public int number(String name, int otherwise) {
        return number(name).orElse(otherwise);
    }

    /** Returns a number in the query. */
    public Optional<Integer> number(String name) {
        var text = query(name);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Refusal(400, "ArgumentException", "The value \"" + text + "\" of " + name + " is not valid.");
        }
        return Optional.of(Math.min(MAX_ID, Integer.parseInt(text)));
    }

    /** Returns the ids in a query parameter, separated by commas; empty if it is missing. */
    public List<Integer> ids(String name) {
        var text = query(name);
        return text == null || text.isBlank() ? List.of() : idsIn(text, name);
    }

    /** Returns the ids in a parameter of the path, separated by commas. */
    public List<Integer> pathIds(String name) {
        return idsIn(path(name), name);
    }

    private static List<Integer> idsIn(String text, String name) {
        if (!text.matches("\\s*\\d{1,9}\\s*(,\\s*\\d{1,9}\\s*)*")) {
            throw new Refusal(400, "ArgumentException", "The value \"" + text + "\" of " + name + " is not valid.");
        }
        return Arrays.stream(text.split(",", -1))
                .map(id -> Integer.valueOf(id.strip()))
                .toList();
    }

    /** Returns whether a query parameter is true. */
    public boolean flag(String name) {
        return "true".equalsIgnoreCase(query(name));
    }

    /** Returns the body, whose type must be JSON. */
    public InputStream body() {
        return body("application/json");
    }

    /** Returns the body, whose type must be this one. */
    public InputStream body(String needed) {
        var type = Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";", 2)[0].strip().equals(needed)) {
            throw new Refusal(
                    415,
                    "VssRequestContentTypeNotSupportedException",
                    "The request indicated a Content-Type of \"" + type + "\" for method type \"" + context.method()
                            + "\" which is not supported. Valid content types for this method are: " + needed + ".");
        }
        if (context.header("Content-Encoding") != null) {
            throw new Refusal(415, "VssRequestContentTypeNotSupportedException", "Content-Encoding is not supported.");
        }
        return context.bodyInputStream();
    }

    JsonNode json() throws IOException {
        return Json.read(body());
    }

    /** Returns the body, which must be a JSON object. */
    public ObjectNode object(String what) throws IOException {
        return Json.objectIn(json(), what);
    }

    /** Returns the underlying request and reply. */
    public Context raw() {
        return context;
    }

    /** Replies with 200. */
    public void reply(ObjectNode body) {
        reply(200, body);
    }

    /** Replies with a status. */
    public void reply(int status, ObjectNode body) {
        context.status(status)
                .contentType("application/json; charset=utf-8; api-version=" + version)
                .result(Json.text(body));
    }
}

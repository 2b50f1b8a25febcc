package dev.attest.standin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.rules.ApiVersion;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request of the API that has been let in: what it names, and how to answer it. */
final class Call {

    private static final int MAX_ID = Integer.MAX_VALUE;

    private final Context context;
    private final Policy policy;
    private final ApiVersion version;

    Call(Context context, Policy policy, ApiVersion version) {
        this.context = context;
        this.policy = policy;
        this.version = version;
    }

    Policy policy() {
        return policy;
    }

    ApiVersion version() {
        return version;
    }

    /** Returns the address of the collection, without a slash at the end. */
    String collection() {
        return "http://" + context.host() + "/" + context.pathParam("collection");
    }

    /** Returns the project in its own spelling. */
    String project() {
        return project(context.pathParam("project"));
    }

    /** Returns the address of the collection, and in it the GUID of the project when the request names one. */
    String base() {
        return collection() + (hasProject() ? "/" + Projects.id(project()) : "");
    }

    /** Returns whether the address names a project; some resources may be reached without one. */
    boolean hasProject() {
        return context.pathParamMap().containsKey("project");
    }

    String project(String asked) {
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

    String path(String name) {
        return context.pathParam(name);
    }

    /** Returns an id in the path; one that is no number is the id of nothing. */
    int id(String name, String what) {
        var text = context.pathParam(name);
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        throw Refusal.notFound(what + " " + text + " not found.");
    }

    /** Returns a parameter of the query, whose name is found in any case. */
    @Nullable
    String query(String name) {
        return query(context, name);
    }

    /** Returns the names of the parameters of the query, in lower case. */
    Set<String> queryNames() {
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

    int number(String name, int otherwise) {
        return number(name).orElse(otherwise);
    }

    Optional<Integer> number(String name) {
        var text = query(name);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Refusal(400, "ArgumentException", "The value \"" + text + "\" of " + name + " is not valid.");
        }
        return Optional.of(Math.min(MAX_ID, Integer.parseInt(text)));
    }

    boolean flag(String name) {
        return "true".equalsIgnoreCase(query(name));
    }

    /** Returns the body, which must be JSON. */
    InputStream body() {
        return body("application/json");
    }

    /** Returns the body, which must be of this type. */
    InputStream body(String needed) {
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

    ObjectNode object(String what) throws IOException {
        return Json.objectIn(json(), what);
    }

    Context raw() {
        return context;
    }

    void reply(ObjectNode body) {
        reply(200, body);
    }

    void reply(int status, ObjectNode body) {
        context.status(status)
                .contentType("application/json; charset=utf-8; api-version=" + version)
                .result(Json.text(body));
    }
}

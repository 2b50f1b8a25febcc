package dev.attest.standin.qacomplete;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.qacomplete.Users.Right;
import dev.attest.standin.qacomplete.Users.User;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.store.EntityStore.EntityRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * The users and entities at the start. Properties have the names that replies use:
 *
 * <pre>
 * {"users":[{"id":2,"login":"reader@..","password":"..","name":"Reader, Ann","rights":["read"]}],
 *  "projects":[{"id":1,"title":"Shop",
 *    "item_statuses":["Awaiting Run","Passed", ..], "step_statuses":[..],
 *    "releases":[{"id":3,"title":"1.0"}], "bugs":[..], "functionalspecs":[..],
 *    "tests":[{"id":77,"title":"..","steps":[{"id":1,"step":"..","expected_result":".."}],
 *      "custom_fields":[{"id":1,"name":"..","value":".."}], "automations":[{"agent":"..","title":".."}]}],
 *    "testsets":[{"id":5,"title":"..","tests":[77]}]}]}
 * </pre>
 *
 * Only ids are required. Objects whose id exists in the store stay unchanged.
 */
record QaCompleteSeed(List<User> users, List<EntityRow> entities) {

    QaCompleteSeed {
        users = List.copyOf(users);
        entities = List.copyOf(entities);
    }

    static QaCompleteSeed of(QaCompletePolicy policy) {
        var seed = policy.seed();
        var root = QaCompleteJson.written(seed == null ? builtInSeed() : seed);
        var users = new ArrayList<User>();
        users.add(new User(1, policy.user(), policy.password(), "Publisher, Attest", EnumSet.allOf(Right.class)));
        root.path("users").forEach(user -> users.add(user(user)));
        var entities = new ArrayList<EntityRow>();
        root.path("projects").forEach(project -> addProject(entities, project));
        return new QaCompleteSeed(users, entities);
    }

    private static String builtInSeed() {
        try (var in = QaCompleteSeed.class.getResourceAsStream("/dev/attest/standin/qacomplete.json")) {
            if (in == null) {
                throw new IOException("qacomplete.json is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static User user(JsonNode user) {
        var rights = EnumSet.noneOf(Right.class);
        user.path("rights").forEach(right -> rights.add(right(right.asText())));
        var login = user.path("login").asText();
        return new User(
                id(user),
                login,
                user.path("password").asText(),
                user.path("name").asText(login),
                rights);
    }

    private static Right right(String name) {
        return Arrays.stream(Right.values())
                .filter(right -> right.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + name + "\" is not one of the rights read, add, update, delete."));
    }

    private static void addProject(List<EntityRow> rows, JsonNode project) {
        var id = id(project);
        for (var code : EntityKind.values()) {
            project.path(code.code().toLowerCase(Locale.ROOT)).forEach(entity -> addEntity(rows, code, id, entity));
        }
        var document = QaCompleteJson.object();
        project.properties().stream()
                .filter(property ->
                        property.getValue().isValueNode() || property.getKey().endsWith("_statuses"))
                .forEach(property -> document.set(property.getKey(), property.getValue()));
        rows.add(new EntityRow(EntityKind.PROJECTS, id, id, document.toString()));
    }

    private static void addEntity(List<EntityRow> rows, EntityKind code, int project, JsonNode entity) {
        var id = id(entity);
        var document = QaCompleteJson.object()
                .put("id", id)
                .put("title", code.code() + " " + id)
                .put("project_id", project);
        if (code == EntityKind.TESTS) {
            describeTest(document);
        }
        document.setAll((ObjectNode) entity);
        rows.add(new EntityRow(code.code(), id, project, document.toString()));
        entity.path("steps")
                .forEach(step ->
                        rows.add(new EntityRow(EntityKind.TEST_STEPS.code(), id(step), project, step.toString())));
    }

    /** Sets the default properties of a test. */
    static void describeTest(ObjectNode test) {
        test.put("status", "Ready")
                .put("active", true)
                .put("description", "")
                .put("execution_type", "Automated")
                .put("folder_id", 0)
                .put("folder_name", "");
        test.putArray("custom_fields");
        test.putArray("steps");
    }

    private static int id(JsonNode node) {
        if (node instanceof ObjectNode
                && node.path("id").canConvertToInt()
                && node.path("id").asInt() > 0) {
            return node.path("id").asInt();
        }
        throw new IllegalArgumentException("This has no id: " + node);
    }
}

package dev.attest.standin.azure.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.workitems.WorkItemFields;
import dev.attest.standin.azure.workitems.WorkItemTypes;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.PlanStore.PlanRow;
import dev.attest.standin.store.PlanStore.SuiteRow;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JSON file with the first work items and test plans of a stand-in:
 *
 * <pre>
 * {"project": "demo",
 *  "types": ["Issue"], "fields": ["Custom.Team"],
 *  "configurations": [{"id": 1, "name": "Linux"}, {"id": 2, "name": "Windows"}],
 *  "workItems": [{"id": 4711, "type": "Bug", "title": "Checkout fails", "fields": {"System.State": "Active"}},
 *                {"id": 123, "type": "Test Case", "title": "Logs in"}],
 *  "plans": [{"id": 10, "name": "Release 1",
 *             "suite": {"id": 11, "name": "Release 1", "cases": [123], "configurations": [1, 2],
 *                       "suites": [{"id": 12, "name": "Checkout", "cases": [124]}]}}]}
 * </pre>
 *
 * The default of the project is the first one of the service. A suite without configurations inherits those of its
 * parent, and the root suite has all. Test points are numbered from 1 in the order of the file: by suite, then by test
 * case, then by configuration. Objects whose id exists in the data folder stay unchanged.
 */
public final class PlanFile {

    private final Store store;
    private final String project;

    private PlanFile(Store store, String project) {
        this.store = store;
        this.project = project;
    }

    /**
     * Loads a file into a store.
     *
     * @throws IOException if the file cannot be read or is invalid
     */
    public static void load(Path path, Policy policy, Store store) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var file = Json.objectIn(Json.read(in), "the file");
            var named = Json.text(file, "project");
            var project = named == null ? policy.projects().get(0) : named;
            if (!policy.projects().contains(project)) {
                throw wrong("there is no project " + project);
            }
            new PlanFile(store, project).read(file);
        } catch (Refusal e) {
            throw new IOException("The test plans in " + path + " are not understood: " + e.text(), e);
        }
    }

    private static Refusal wrong(String message) {
        return new Refusal(400, "", message);
    }

    private void read(ObjectNode file) {
        file.path("types").forEach(type -> store.workItems().addType(project, type.asText()));
        file.path("fields").forEach(field -> store.workItems().addField(field.asText()));
        for (var item : file.path("workItems")) {
            workItem(item);
        }
        var configurations = Json.array();
        for (var configuration : file.path("configurations")) {
            store.plans().addConfiguration(id(configuration), name(configuration, "name"));
            configurations.add(id(configuration));
        }
        for (var plan : file.path("plans")) {
            var root = Json.objectIn(plan.path("suite"), "suite");
            store.plans().add(new PlanRow(id(plan), project, name(plan, "name"), id(root)));
            suite(root, id(plan), 0, configurations);
        }
    }

    private void workItem(JsonNode item) {
        var type = new WorkItemTypes(store.workItems()).named(project, name(item, "type"));
        var document = Json.object();
        var fields = document.putObject("fields")
                .put("System.AreaPath", project)
                .put("System.IterationPath", project)
                .put(WorkItemFields.STATE, WorkItemTypes.firstState(type))
                .put(WorkItemFields.COMMENTS, 0)
                .put(WorkItemFields.TITLE, name(item, "title"));
        if (item.get("fields") instanceof ObjectNode more) {
            fields.setAll(more);
        }
        document.putArray("relations");
        var update = Json.object();
        update.set("fields", fields);
        store.workItems().seed(id(item), project, type, new WorkItemDraft(Json.text(document), Json.text(update)));
    }

    private void suite(JsonNode suite, int plan, int parent, ArrayNode inherited) {
        var id = id(suite);
        store.plans().add(new SuiteRow(id, plan, parent, name(suite, "name")));
        var configurations = suite.get("configurations") instanceof ArrayNode own ? own : inherited;
        for (var testCase : suite.path("cases")) {
            checkCase(testCase.asInt());
            configurations.forEach(
                    configuration -> store.plans().addPoint(id, testCase.asInt(), configuration.asInt()));
        }
        for (var child : suite.path("suites")) {
            suite(child, plan, id, configurations);
        }
    }

    private void checkCase(int id) {
        if (store.workItems()
                .find(id)
                .filter(row -> row.type().equals("Test Case"))
                .isEmpty()) {
            throw wrong("a suite has the test case " + id + ", which is not among the work items");
        }
    }

    private static int id(JsonNode node) {
        if (node.path("id").asInt() > 0) {
            return node.path("id").asInt();
        }
        throw wrong("an id, a number from 1, is missing in " + node);
    }

    private static String name(JsonNode node, String field) {
        var text = Json.text(node, field);
        if (text == null || text.isBlank()) {
            throw wrong(field + " is missing in " + node);
        }
        return text;
    }
}

package dev.attest.standin.azure.plans;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.azure.rest.Projects;
import dev.attest.standin.azure.rest.Urls;
import dev.attest.standin.store.PlanStore.PlanRow;
import dev.attest.standin.store.PlanStore.SuiteRow;
import java.util.List;

/**
 * The JSON of test plans and test suites in the area {@code testplan}. Unlike in the area {@code test}, ids are
 * numbers, and names of enums begin in lower case.
 */
final class TestPlanView {

    private final String collection;

    TestPlanView(String collection) {
        this.collection = collection;
    }

    ObjectNode plan(PlanRow plan, List<SuiteRow> suites) {
        var view = reference(plan.id(), plan.name());
        view.set("project", Projects.reference(collection, plan.project()));
        view.put("areaPath", plan.project())
                .put("iteration", plan.project())
                .put("state", "Active")
                .put("revision", 1);
        view.set("owner", Projects.user(collection));
        view.set("updatedBy", Projects.user(collection));
        view.set("rootSuite", reference(plan.rootSuiteId(), name(plan.rootSuiteId(), suites)));
        link(view, url(plan));
        return view;
    }

    /** Returns a suite without its children. */
    ObjectNode suite(PlanRow plan, SuiteRow suite, List<SuiteRow> suites) {
        var view = reference(suite.id(), suite.name());
        view.put("revision", 1).put("suiteType", "staticTestSuite").put("inheritDefaultConfigurations", true);
        view.set("project", Projects.reference(collection, plan.project()));
        view.set("plan", reference(plan.id(), plan.name()));
        if (suite.parentId() != 0) {
            view.set("parentSuite", reference(suite.parentId(), name(suite.parentId(), suites)));
        }
        view.set("lastUpdatedBy", Projects.user(collection));
        view.put("hasChildren", suites.stream().anyMatch(other -> other.parentId() == suite.id()));
        link(view, url(plan) + "/Suites/" + suite.id());
        return view;
    }

    /** Returns a suite with all suites below it. */
    ObjectNode tree(PlanRow plan, SuiteRow top, List<SuiteRow> suites) {
        var view = suite(plan, top, suites);
        var children = Json.array();
        suites.stream()
                .filter(suite -> suite.parentId() == top.id())
                .forEach(suite -> children.add(tree(plan, suite, suites)));
        if (!children.isEmpty()) {
            view.set("children", children);
        }
        return view;
    }

    static ObjectNode reference(int id, String name) {
        return Json.object().put("id", id).put("name", name);
    }

    private static String name(int id, List<SuiteRow> suites) {
        return suites.stream()
                .filter(suite -> suite.id() == id)
                .map(SuiteRow::name)
                .findFirst()
                .orElse("");
    }

    private String url(PlanRow plan) {
        return collection + "/" + Urls.segment(plan.project()) + "/_apis/testplan/Plans/" + plan.id();
    }

    private static void link(ObjectNode view, String url) {
        view.putObject("_links").putObject("_self").put("href", url);
    }
}

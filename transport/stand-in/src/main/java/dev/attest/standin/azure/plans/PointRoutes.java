package dev.attest.standin.azure.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.azure.rest.AzureRoutes;
import dev.attest.standin.azure.rest.Json;
import dev.attest.standin.rules.ApiResource;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.PlanStore.PointRow;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemStore.WorkItemRow;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Test points: by suite, in the old and the new API, and by test case in all plans. */
final class PointRoutes {

    private static final String SUITE = "/_apis/{area}/plans/{plan}/suites/{suite}";
    private static final String PROJECT = "/{collection}/{project}";
    private static final String AUTOMATION = "Microsoft.VSTS.TCM.AutomationStatus";
    private static final int PAGE = 200;
    private static final int TOKEN_PAGE = 100;

    private final Store store;

    PointRoutes(Store store) {
        this.store = store;
    }

    void addTo(AzureRoutes routes) {
        routes.add(
                HandlerType.POST,
                PROJECT + "/_apis/test/points",
                ApiResource.POINTS_QUERY,
                "Searches all plans. Assumed: a page has 200 points.",
                this::query);
        routes.add(
                HandlerType.GET,
                PROJECT + SUITE.replace("{area}", "test") + "/points",
                ApiResource.POINTS,
                "Assumed: a page has 200 points.",
                this::list);
        routes.add(
                HandlerType.GET,
                PROJECT + SUITE.replace("{area}", "test") + "/points/{point}",
                ApiResource.POINTS,
                "",
                this::get);
        routes.add(
                HandlerType.GET,
                PROJECT + SUITE.replace("{area}", "testplan") + "/testpoint",
                ApiResource.PLAN_POINTS,
                "Assumed: a page has 100 points and a token for the next page.",
                this::pages);
    }

    private WorkItemRow testCase(PointRow point) {
        return store.workItems().find(point.caseId()).orElseThrow();
    }

    private void query(AzureCall call) throws IOException {
        var query = call.object("query");
        var filter = Json.objectIn(orNothing(Json.field(query, "pointsFilter")), "pointsFilter");
        var cases = ids(Json.field(filter, "testcaseIds"));
        var configurations = texts(Json.field(filter, "configurationNames"));
        var fields = fields(texts(Json.field(query, "witFields")).stream());
        var view = new PointView(call);
        var points = Json.array();
        store.plans().pointsOf(call.project(), cases).stream()
                .filter(point -> configurations.isEmpty()
                        || configurations.stream().anyMatch(point.configuration()::equalsIgnoreCase))
                .filter(point -> assigned(Json.field(filter, "testers")))
                .skip(call.number("$skip", 0))
                .limit(call.number("$top", PAGE))
                .forEach(point -> points.add(view.classic(point, testCase(point), false, fields)));
        var answer = Json.object();
        answer.set("pointsFilter", filter);
        answer.set("points", points);
        call.reply(answer);
    }

    /** Returns whether the testers include the one that all points are assigned to. */
    private static boolean assigned(@Nullable JsonNode testers) {
        if (testers == null || testers.isEmpty()) {
            return true;
        }
        for (var tester : testers) {
            if (PointView.TESTER.equalsIgnoreCase(Json.text(tester, "displayName"))) {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> ids(@Nullable JsonNode ids) {
        var numbers = new ArrayList<Integer>();
        if (ids == null) {
            return numbers;
        }
        if (!(ids instanceof ArrayNode)) {
            throw Refusal.property("testcaseIds", "The ids of test cases must be an array.");
        }
        for (var id : ids) {
            if (!id.isInt()) {
                throw Refusal.property("testcaseIds", "The id of a test case must be a whole number, not " + id + ".");
            }
            numbers.add(id.intValue());
        }
        return numbers;
    }

    private static List<String> texts(@Nullable JsonNode array) {
        var texts = new ArrayList<String>();
        if (array != null) {
            array.forEach(text -> texts.add(text.asText()));
        }
        return texts;
    }

    private static JsonNode orNothing(@Nullable JsonNode node) {
        return node == null ? Json.array() : node;
    }

    /** Returns the requested fields, plus the automation status. */
    private static List<String> fields(Stream<String> asked) {
        return Stream.concat(asked, Stream.of(AUTOMATION)).distinct().toList();
    }

    private void get(AzureCall call) {
        var suite = PlanRoutes.suite(store, call);
        var id = call.id("point", "Test point");
        var point = store.plans()
                .findPoint(suite.planId(), id)
                .filter(found -> found.suite().id() == suite.id())
                .orElseThrow(
                        () -> Refusal.notFound("Test point " + id + " of test suite " + suite.id() + " not found."));
        call.reply(new PointView(call).classic(point, testCase(point), true, fields(call)));
    }

    private static List<String> fields(AzureCall call) {
        var asked = call.query("witFields");
        return fields(asked == null ? Stream.empty() : Arrays.stream(asked.split(",", -1)));
    }

    private void list(AzureCall call) {
        var suite = PlanRoutes.suite(store, call);
        var fields = fields(call);
        var view = new PointView(call);
        var values = Json.array();
        new PointSelection(store, call, suite, false)
                .points()
                .skip(call.number("$skip", 0))
                .limit(call.number("$top", PAGE))
                .forEach(point ->
                        values.add(view.classic(point, testCase(point), call.flag("includePointDetails"), fields)));
        call.reply(Json.list(values));
    }

    /** The suites below a suite can be asked for since 6.0. */
    private static boolean isRecursive(AzureCall call) {
        return call.flag("isRecursive") && !call.version().isBefore(6, 0);
    }

    private void pages(AzureCall call) {
        var suite = PlanRoutes.suite(store, call);
        var after = call.number("continuationToken", 0);
        var points = new PointSelection(store, call, suite, isRecursive(call))
                .points()
                .filter(point -> point.id() > after)
                .limit(TOKEN_PAGE + 1)
                .toList();
        var view = new PointView(call);
        var values = Json.array();
        points.stream().limit(TOKEN_PAGE).forEach(point -> values.add(view.current(point, testCase(point))));
        if (points.size() > TOKEN_PAGE) {
            var last = points.get(TOKEN_PAGE - 1).id();
            call.raw().header("x-ms-continuationtoken", String.valueOf(last));
        }
        call.reply(Json.list(values));
    }
}

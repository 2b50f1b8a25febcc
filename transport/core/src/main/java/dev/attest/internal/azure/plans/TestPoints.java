package dev.attest.internal.azure.plans;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Endpoint;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds and caches the test points of test cases. Without a suite, the service is <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/points/get-points-by-query">queried for test cases</a>
 * in batches. The reply also contains points of other plans. With a suite, all <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/testplan/test-point/get-points-list">points of the suite</a>
 * and of the suites below it are read once. Servers before 6.0 list only the points of the <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/points/list">suite itself</a>.
 */
public final class TestPoints {

    private static final String PURPOSE = "look for the test points of test cases";
    private static final int BATCH_SIZE = 100;
    private static final String PAGE_SIZE = "200";
    private static final String NO_LIST = "it lists no test points";

    private final AzureApi api;
    private final PlanSettings settings;
    private final Map<Integer, Map<String, TestPoint>> byCase = new HashMap<>();
    private boolean wholeSuite;

    public TestPoints(AzureApi api, PlanSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    /** Returns whether a suite is missing: the service finds points only by suite, and none is set. */
    boolean lacksSuite() throws NotDeliveredException {
        return settings.suite() == 0 && !api.versions().canQueryPoints();
    }

    /** Reads the points of the test cases that were not read before. */
    public void load(Collection<Integer> cases) throws NotDeliveredException {
        List<Integer> missing =
                cases.stream().filter(id -> !byCase.containsKey(id)).distinct().toList();
        if (missing.isEmpty() || wholeSuite) {
            return;
        }
        if (settings.suite() > 0) {
            keep(api.versions().canListPointsBelow() ? belowSuite() : ofSuite());
            wholeSuite = true;
            return;
        }
        for (int from = 0; from < missing.size(); from += BATCH_SIZE) {
            List<Integer> some = missing.subList(from, Math.min(missing.size(), from + BATCH_SIZE));
            keep(query(some));
            some.forEach(id -> byCase.putIfAbsent(id, new LinkedHashMap<>()));
        }
    }

    /** Returns the points of a test case that match the settings. */
    List<TestPoint> of(int testCase) {
        return List.copyOf(byCase.getOrDefault(testCase, Map.of()).values());
    }

    /** Returns whether no point that was read matches the settings. */
    public boolean isEmpty() {
        return byCase.values().stream().allMatch(Map::isEmpty);
    }

    private void keep(List<JsonValue> points) {
        points.stream()
                .flatMap(json -> TestPoint.of(json).stream())
                .filter(point -> point.isOf(settings.plan()) && point.isWith(settings.configuration()))
                .forEach(point -> byCase.computeIfAbsent(point.testCase(), any -> new LinkedHashMap<>())
                        .put(point.id(), point));
    }

    private List<JsonValue> query(List<Integer> cases) throws NotDeliveredException {
        JsonText body = new JsonText().object().object("pointsFilter").array("testcaseIds");
        for (int testCase : cases) {
            body.element(testCase);
        }
        body.endArray().endObject().endObject();
        List<JsonValue> all = new ArrayList<>();
        AzureApi.readPagesByPosition(
                skip -> api.post(PURPOSE, page(api.urls().points(), skip), body).list("points", NO_LIST), all::addAll);
        return all;
    }

    private List<JsonValue> ofSuite() throws NotDeliveredException {
        Endpoint suite = api.urls().points(settings.plan(), settings.suite());
        List<JsonValue> all = new ArrayList<>();
        AzureApi.readPagesByPosition(skip -> api.get(PURPOSE, page(suite, skip)).list("value", NO_LIST), all::addAll);
        return all;
    }

    private List<JsonValue> belowSuite() throws NotDeliveredException {
        Endpoint suite = api.urls().pointsBelow(settings.plan(), settings.suite());
        List<JsonValue> all = new ArrayList<>();
        api.readPagesByToken(PURPOSE, suite, NO_LIST, page -> {
            all.addAll(page);
            return true;
        });
        return all;
    }

    private static Endpoint page(Endpoint list, String skip) {
        return list.with("$skip", skip).with("$top", PAGE_SIZE);
    }
}

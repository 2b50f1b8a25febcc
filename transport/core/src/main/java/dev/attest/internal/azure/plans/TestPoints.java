package dev.attest.internal.azure.plans;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.Endpoint;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.json.Json;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds and caches the test points of test cases. Without a suite, the service is <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/points/get-points-by-query">queried for test cases</a>
 * in batches. The reply also contains points of other plans. With a suite, all <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/testplan/test-point/get-points-list">points of the suite</a>
 * and of the suites below it are read once. Servers before 5.0 list only the points of the <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/test/points/list">suite itself</a>.
 */
public final class TestPoints {

    private static final String PURPOSE = "look for the test points of test cases";
    private static final int BATCH_SIZE = 100;
    private static final int PAGE_SIZE = 200;

    private final AzureApi api;
    private final PlanSettings settings;
    private final Map<Integer, List<TestPoint>> byCase = new HashMap<>();
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
            keep(api.versions().canQueryPoints() ? belowSuite() : ofSuite());
            wholeSuite = true;
            return;
        }
        for (int from = 0; from < missing.size(); from += BATCH_SIZE) {
            List<Integer> some = missing.subList(from, Math.min(missing.size(), from + BATCH_SIZE));
            keep(query(some));
            some.forEach(id -> byCase.putIfAbsent(id, List.of()));
        }
    }

    /** Returns the points of a test case that match the settings. */
    List<TestPoint> of(int testCase) {
        return byCase.getOrDefault(testCase, List.of());
    }

    /** Returns whether no point that was read matches the settings. */
    public boolean isEmpty() {
        return byCase.values().stream().allMatch(List::isEmpty);
    }

    private void keep(Collection<TestPoint> points) {
        for (TestPoint point : points) {
            if (point.isOf(settings.plan()) && point.isWith(settings.configuration())) {
                byCase.computeIfAbsent(point.testCase(), any -> new ArrayList<>())
                        .add(point);
            }
        }
    }

    /** Reads pages until one contains nothing new, because the page size of the server is unknown. */
    private Collection<TestPoint> query(List<Integer> cases) throws NotDeliveredException {
        String body = Json.write(Map.of("pointsFilter", Map.of("testcaseIds", cases)));
        return pages((skip, top) -> {
            Endpoint endpoint = api.urls().points("$skip", skip, "$top", top);
            return points(api.post(PURPOSE, endpoint, body), "points");
        });
    }

    private Collection<TestPoint> ofSuite() throws NotDeliveredException {
        return pages((skip, top) -> {
            Endpoint endpoint = api.urls().points(settings.plan(), settings.suite(), "$skip", skip, "$top", top);
            return points(api.get(PURPOSE, endpoint), "value");
        });
    }

    private Collection<TestPoint> belowSuite() throws NotDeliveredException {
        List<TestPoint> all = new ArrayList<>();
        Set<String> pages = new HashSet<>();
        String page = "";
        while (pages.add(page)) {
            List<String> query = new ArrayList<>(List.of("isRecursive", "true"));
            query.addAll(page.isEmpty() ? List.of() : List.of("continuationToken", page));
            Endpoint endpoint = api.urls().pointsBelow(settings.plan(), settings.suite(), query.toArray(String[]::new));
            Reply reply = api.get(PURPOSE, endpoint);
            all.addAll(points(reply, "value"));
            page = AzureApi.continuation(reply);
        }
        return all;
    }

    private static Collection<TestPoint> pages(Pages pages) throws NotDeliveredException {
        Map<String, TestPoint> byId = new HashMap<>();
        int known;
        int skip = 0;
        do {
            known = byId.size();
            List<TestPoint> page = pages.read(String.valueOf(skip), String.valueOf(PAGE_SIZE));
            skip += page.size();
            page.forEach(point -> byId.put(point.id(), point));
        } while (byId.size() > known);
        return byId.values();
    }

    private static List<TestPoint> points(Reply reply, String name) throws NotDeliveredException {
        return reply.list(name, "it lists no test points").stream()
                .map(TestPoint::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private interface Pages {

        List<TestPoint> read(String skip, String top) throws NotDeliveredException;
    }
}

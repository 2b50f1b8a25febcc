package dev.attest.standin.azure.plans;

import dev.attest.standin.azure.rest.AzureCall;
import dev.attest.standin.store.PlanStore.PointRow;
import dev.attest.standin.store.PlanStore.SuiteRow;
import dev.attest.standin.store.Store;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The points of a suite, or of a suite and all below it, that the filters of a request leave. */
final class PointSelection {

    private final Store store;
    private final AzureCall call;
    private final SuiteRow top;
    private final boolean recursive;

    PointSelection(Store store, AzureCall call, SuiteRow top, boolean recursive) {
        this.store = store;
        this.call = call;
        this.top = top;
        this.recursive = recursive;
    }

    /** Returns the points by the filters of the API of points. */
    Stream<PointRow> points() {
        return points("testCaseId", "testPointIds", "configurationId");
    }

    /** Returns the points by the filters of the API of test cases. */
    Stream<PointRow> pointsOfCases() {
        return points("testIds", "testPointIds", "configurationIds");
    }

    private Stream<PointRow> points(String caseFilter, String pointFilter, String configurationFilter) {
        var suites = recursive ? below() : Set.of(top.id());
        var cases = call.ids(caseFilter);
        var ids = Stream.of(call.ids(pointFilter), call.ids("pointId"))
                .flatMap(List::stream)
                .toList();
        var configurations = call.ids(configurationFilter);
        return store.plans().points(top.planId()).stream()
                .filter(point -> suites.contains(point.suite().id()))
                .filter(point -> cases.isEmpty() || cases.contains(point.caseId()))
                .filter(point -> ids.isEmpty() || ids.contains(point.id()))
                .filter(point -> configurations.isEmpty() || configurations.contains(point.configurationId()));
    }

    private Set<Integer> below() {
        var suites = new HashSet<Integer>(Set.of(top.id()));
        var all = store.plans().suites(top.planId());
        var before = 0;
        while (before != suites.size()) {
            before = suites.size();
            all.stream().filter(suite -> suites.contains(suite.parentId())).forEach(suite -> suites.add(suite.id()));
        }
        return suites;
    }
}

package dev.attest.systemtests.specs;

import dev.attest.standin.rules.Product;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** What Attest calls, so that no recording says less than the one before. */
final class Calls {

    private static final Set<String> EVERYWHERE = Set.of(
            "DELETE test/runs/{runId}",
            "GET build/builds/{buildId}",
            "GET test/Runs/{runId}/Results/{testCaseResultId}/attachments",
            "GET test/Runs/{runId}/attachments",
            "GET test/Runs/{runId}/results",
            "GET test/Runs/{runId}/results/{testCaseResultId}",
            "GET test/runs",
            "GET test/runs/{runId}",
            "GET wit/workitems",
            "GET wit/workitems/{id}",
            "PATCH test/Runs/{runId}/results",
            "PATCH test/runs/{runId}",
            "PATCH wit/workitems/{id}",
            "POST test/Runs/{runId}/Results/{testCaseResultId}/attachments",
            "POST test/Runs/{runId}/attachments",
            "POST test/Runs/{runId}/results",
            "POST test/runs",
            "POST wit/attachments",
            "POST wit/wiql",
            "POST wit/workitems/${type}");

    private static final Set<String> OF_NEW_PLANS = Set.of(
            "GET testplan/Plans/{planId}/Suites/{suiteId}/TestPoint",
            "GET testplan/Plans/{planId}/suites/{suiteId}",
            "GET testplan/plans/{planId}");

    private static final Set<String> OF_OLD_PLANS = Set.of(
            "GET test/Plans/{planId}/Suites/{suiteId}/points",
            "GET test/Plans/{planId}/suites/{suiteId}",
            "GET test/plans/{planId}");

    private static final Set<String> SINCE_2019 =
            Set.of("POST test/Results/testhistory", "POST test/points", "PUT wit/attachments/{id}");

    private static final String SINCE_2020 = "PATCH testresults/results/resultmetadata/{testCaseReferenceId}";

    private Calls() {}

    /** Returns the operations in the traffic of a product, in order, as far as the specs have them. */
    static TreeSet<String> of(Product product) {
        TreeSet<String> calls = new TreeSet<>(EVERYWHERE);
        boolean tfs = EnumSet.of(Product.TFS_2018, Product.TFS_2017).contains(product);
        calls.addAll(tfs || product == Product.SERVER_2019 ? OF_OLD_PLANS : OF_NEW_PLANS);
        if (!tfs) {
            calls.addAll(SINCE_2019);
        }
        if (!tfs && product != Product.SERVER_2019) {
            calls.add(SINCE_2020);
        }
        return calls;
    }
}

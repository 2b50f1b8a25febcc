package dev.attest.testkit;

import java.util.ArrayList;
import java.util.List;

/** What a service has of its runs, as a report would say it: each attempt at a test by itself. */
public final class PublishedTests {

    private PublishedTests() {}

    public static List<ReportedTest> read(ServiceView service) {
        List<ReportedTest> tests = new ArrayList<>();
        for (ServiceView.Run run : service.runs()) {
            for (ServiceView.Result result : service.results(run.id())) {
                int earlier = Math.max(0, result.attempts().size() - 1);
                for (ServiceView.Attempt attempt : result.attempts().subList(0, earlier)) {
                    String outcome =
                            attempt.outcome().equals(ReportedTest.FAILED) ? ReportedTest.RETRIED : attempt.outcome();
                    tests.add(new ReportedTest(result.storage(), nameOf(result), outcome, "", attempt.message()));
                }
                tests.add(new ReportedTest(
                        result.storage(), nameOf(result), result.outcome(), thrown(result), result.message()));
            }
        }
        return tests;
    }

    private static String nameOf(ServiceView.Result result) {
        String prefix = result.storage() + ".";
        return result.name().startsWith(prefix) ? result.name().substring(prefix.length()) : result.name();
    }

    private static String thrown(ServiceView.Result result) {
        return result.trace().lines().findFirst().orElse("").replaceFirst(":.*", "");
    }
}

package dev.attest.systemtests.delivery;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.config.HistorySettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.ReviewedRow;
import dev.attest.internal.history.ReviewedTest;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.standin.store.BuildStore.BuildRow;
import dev.attest.testkit.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs of builds of one pipeline, each with a test or some, and what a review of the last one is asked for. */
final class PipelineRuns {

    static final int BUILD = 100;
    static final int DEFINITION = 5;
    static final String MAIN = "refs/heads/main";
    static final HistorySettings IN_PIPELINE = new HistorySettings(14, true, DEFINITION, 0, BUILD, MAIN);

    private PipelineRuns() {}

    static void earlier(
            Service service,
            AzureDestination destination,
            int build,
            int definition,
            String branch,
            String title,
            int days,
            Outcome outcome)
            throws Exception {
        Instant at = Instant.now().minus(Duration.ofDays(days));
        if (build != 0) {
            service.standIn().builds().add(new BuildRow(build, "20261201." + build, definition, "shop", branch));
        }
        String run = create(service, destination, title, build, at);
        accepted(destination.deliver(run, List.of(result(1, "adds", outcome, at)), false));
        accepted(destination.complete(run, at, false));
    }

    static String create(Service service, AzureDestination destination, String title, int build, Instant at)
            throws Exception {
        if (build == BUILD) {
            service.standIn().builds().add(new BuildRow(BUILD, "20261201.100", DEFINITION, "shop", MAIN));
        }
        Pipeline pipeline = build == 0 ? null : new Pipeline(build, "Test", 1, "linux", 1, "", 1);
        Run run = new Run(UUID.randomUUID().toString(), title, at, "host", pipeline);
        return accepted(destination.create(run, false)).ids().get(0);
    }

    static List<ReviewedRow> rows(List<Result> results, List<String> ids) {
        List<ReviewedRow> rows = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Result result = results.get(i);
            int attempt = result.outcome() == Outcome.PASSED ? 2 : 1;
            ReviewedTest test = new ReviewedTest(result.row(), result.test(), result.outcome(), attempt, 5);
            rows.add(new ReviewedRow(test, ids.get(i), null, true));
        }
        return rows;
    }

    static AzureDestination destination(Service service, HistorySettings history) {
        return new AzureDestination(
                Service.settings(
                                URI.create(service.url()),
                                service.standIn().project(),
                                service.standIn().token())
                        .with(history),
                Map.of());
    }

    static Accepted accepted(DeliveryResult result) {
        assertThat(result).isInstanceOf(Accepted.class);
        return (Accepted) result;
    }

    static Result result(int row, String method, Outcome outcome, Instant at) {
        TestDescription test = new TestDescription(new TestId("e", "shop.Cart", method + "()", ""), method, List.of());
        Failure failure = outcome == Outcome.FAILED ? new Failure("expected 2", "at C.m") : null;
        return new Result(row, 1, test, outcome, at, Duration.ofMillis(5), failure, "");
    }
}

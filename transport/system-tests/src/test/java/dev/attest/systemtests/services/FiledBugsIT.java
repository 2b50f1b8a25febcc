package dev.attest.systemtests.services;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.PlanSettings;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.InMemoryContent;
import dev.attest.testkit.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bugs of failing rows, across the socket. */
class FiledBugsIT {

    private static final byte[] LOG = "what it printed".getBytes(StandardCharsets.UTF_8);
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private Service service;
    private AzureDestination azure;

    @BeforeEach
    void start() throws IOException {
        service = Service.start();
        azure = destination(2);
    }

    @AfterEach
    void stop() {
        azure.close();
        service.close();
    }

    @Test
    void areFiledOnceForTheSameFailureInTwoRuns() {
        String first = run("first");
        report(first, failed("adds", "expected 2 but was 3"));
        String second = run("second");
        report(second, failed("adds", "expected 2 but was 7"));

        assertThat(service.view().bugs()).singleElement().satisfies(bug -> {
            assertThat(bug.title()).isEqualTo("Cart › adds: expected 2 but was 3");
            assertThat(bug.files()).containsExactly("console.log", "console.log");
            assertThat(bug.links()).hasSize(2);
            assertThat(bug.comments()).isEqualTo(1);
        });
        assertThat(azure.remarks()).isEmpty();
    }

    @Test
    void areFiledByTheTestsOfABuildAndNotByTheNextBuildThatIsTheSame(@TempDir Path folder) throws Exception {
        for (int build = 1; build <= 2; build++) {
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal" + build)));
            environment.put("ATTEST_AZURE_BUGS", "on-failure");

            ChildJvm.Ended child = new ChildJvm(folder, environment).run(PlannedSuites.Planned.class);

            assertThat(child.lastLine()).as(child.err()).startsWith("Attest: 9 tests: ");
            assertThat(child.notPublished()).as(child.err()).isEmpty();
            int comments = build - 1;
            int run = build;
            assertThat(service.view().bugs())
                    .hasSize(2)
                    .allSatisfy(bug -> assertThat(bug.comments()).isEqualTo(comments));
            assertThat(service.view().results(run))
                    .filteredOn(result -> result.outcome().equals("Failed"))
                    .hasSize(2)
                    .allSatisfy(result -> assertThat(service.view().attachments(run, result.id()))
                            .anySatisfy(file -> assertThat(file.fileName()).matches("bug-\\d+\\.txt")));
        }
    }

    @Test
    void areFiledAnewWhenTheEarlierOneIsClosed() {
        report(run("first"), failed("adds", "expected 2"));
        service.view().set(service.view().bugs().get(0).id(), "System.State", "Closed");

        report(run("second"), failed("adds", "expected 2"));

        assertThat(service.view().bugs()).hasSize(2);
    }

    @Test
    void areNotFiledBeyondTheLimitOfTheRunByAnyOfItsJvms() {
        String run = run("first");
        report(run, failed("adds", "expected 2"));
        try (AzureDestination otherJvm = destination(2)) {
            for (String test : List.of("removes", "pays", "ships")) {
                Result result = failed(test, "expected 2");
                String row = id(otherJvm.deliver(run, List.of(result), false));
                assertThat(otherJvm.report(run, row(row, result), false)).isInstanceOf(Accepted.class);
            }

            assertThat(service.view().bugs()).hasSize(2);
            assertThat(otherJvm.remarks())
                    .containsExactly("No bug was looked for or filed for Cart › pays, Cart › ships:"
                            + " attest.azure.bugs.limit allows 2 a run.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST */$Bug",
                "POST */wit/attachments",
                "PATCH */wit/workitems/*",
                "PATCH */results",
                "POST */results/*/attachments"
            })
    void areWholeAndNotDoubledWhenAReplyIsLost(String request) {
        report(run("first"), failed("adds", "expected 2"));
        service.standIn().faults().add(request + ": nth=1 commit drop");
        String run = run("second");
        Result adds = failed("adds", "expected 2");
        Result pays = failed("pays", "expected 3");
        List<Result> both = List.of(adds, pays);
        List<String> rows = ((Accepted) again(possiblyApplied -> azure.deliver(run, both, possiblyApplied))).ids();

        again(possiblyApplied -> azure.report(run, row(rows.get(0), adds), possiblyApplied));
        again(possiblyApplied -> azure.report(run, row(rows.get(1), pays), possiblyApplied));

        assertThat(service.view().bugs()).hasSize(2).allSatisfy(bug -> {
            boolean known = bug.title().contains("adds");
            assertThat(bug.files()).hasSize(known ? 2 : 1);
            assertThat(bug.links()).hasSize(known ? 2 : 1);
            assertThat(bug.comments()).isEqualTo(known ? 1 : 0);
        });
        assertThat(service.view().results(2))
                .allSatisfy(result -> assertThat(service.view().attachments(2, result.id()))
                        .singleElement()
                        .satisfies(file -> assertThat(file.type()).isEqualToIgnoringCase("BugFilingData")));
        assertThat(azure.remarks()).isEmpty();
    }

    private AzureDestination destination(int limit) {
        AzureSettings settings = Service.settings(
                service.standIn().url(),
                service.standIn().project(),
                service.standIn().token());
        BugSettings bugs =
                new BugSettings(true, limit, "Bug", "", "", List.of(), Map.of(), BugSettings.NONE.closedStates());
        return new AzureDestination(settings.with(PlanSettings.NONE, bugs), Map.of());
    }

    private String run(String token) {
        return id(azure.create(new Run(token, "Shop tests", START, "host7", null), false));
    }

    private void report(String run, Result result) {
        String row = id(azure.deliver(run, List.of(result), false));
        assertThat(azure.report(run, row(row, result), false)).isInstanceOf(Accepted.class);
    }

    private static DeliveryResult again(Attempt attempt) {
        DeliveryResult delivery = attempt.make(false);
        for (int tries = 1; tries < 5 && delivery instanceof Retry deferred; tries++) {
            delivery = attempt.make(deferred.possiblyApplied());
        }
        assertThat(delivery).isInstanceOf(Accepted.class);
        return delivery;
    }

    private interface Attempt {
        DeliveryResult make(boolean possiblyApplied);
    }

    private static String id(DeliveryResult delivery) {
        assertThat(delivery).isInstanceOf(Accepted.class);
        return ((Accepted) delivery).ids().get(0);
    }

    private static Result failed(String method, String message) {
        TestId id = new TestId("junit-jupiter", "shop.CartTest", method + "()", "");
        String trace = "java.lang.AssertionError: " + message + "\n\tat shop.Cart.total(Cart.java:7)\n";
        return new Result(
                1,
                1,
                new TestDescription(id, "Cart › " + method, List.of()),
                Outcome.FAILED,
                START,
                Duration.ofMillis(5),
                new Failure(message, trace),
                "");
    }

    private static ReportedRow row(String resultId, Result result) {
        Attachment log =
                new Attachment(7, 1, 1, "console.log", AttachmentType.CONSOLE_LOG, "ab12".repeat(16), LOG.length);
        return new ReportedRow(resultId, List.of(result), List.of(new AttachedContent(log, new InMemoryContent(LOG))));
    }
}

package dev.attest.internal.azure.bugs;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Content;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BugsTest {

    private static final String PROJECT = "/tfs/Main/The%20Shop/";
    private static final String RUN = "{\"id\":24,\"startedDate\":\"2026-11-21T00:30:00Z\",\"build\":{\"id\":\"41\"}}";
    private static final String NO_ITEMS = "{\"workItems\":[]}";

    private final Origin origin = new Origin();
    private AzureDestination azure = Samples.destination(origin, settings(10));

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @Test
    void areReportedAtTheEndWhenTheyAreWanted() {
        assertThat(azure.reports()).isEqualTo(ReportTrigger.AT_THE_END);
        try (AzureDestination without = Samples.destination(origin)) {
            assertThat(without.reports()).isEqualTo(ReportTrigger.NONE);
        }
    }

    @Test
    void areFiledWithWhatAPersonNeedsAndNamedByTheResult() {
        answerFiling(NO_ITEMS, 77);

        DeliveryResult delivered = azure.report("24", row("<b>expected</b> 2"), false);

        assertThat(delivered).isInstanceOf(Accepted.class);
        assertThat(azure.remarks()).isEmpty();
        List<String> requests = origin.requests();
        assertThat(requests).hasSize(8);
        assertThat(requests.get(1))
                .isEqualTo("POST " + PROJECT + "_apis/wit/wiql?$top=200&api-version=7.1\n"
                        + "{\"query\":\"SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = @project AND"
                        + " [System.WorkItemType] = 'Bug' AND [System.Tags] CONTAINS 'attest-" + print() + "' AND"
                        + " [System.State] NOT IN ('Closed', 'Won''t do') ORDER BY [System.Id] ASC\"}");
        assertThat(requests.get(2)).contains("CONTAINS 'attest' AND [System.CreatedDate] >= '2026-11-20'");
        String bug = requests.get(3);
        assertThat(bug)
                .startsWith("POST " + PROJECT + "_apis/wit/workitems/$Bug?api-version=7.1\n")
                .contains("\"path\":\"/fields/System.Title\",\"value\":\"Cart › adds: <b>expected</b> 2\"")
                .contains("&lt;b&gt;expected&lt;/b&gt; 2")
                .contains("at shop.Cart.total(Cart.java:7)")
                .contains("runId=24&amp;_a=resultSummary&amp;resultId=100000", "_build/results?buildId=41")
                .contains("\"value\":\"attest; attest-" + print() + "; nightly\"")
                .contains("\"path\":\"/fields/System.AreaPath\",\"value\":\"Shop\\\\Cart\"")
                .contains("\"path\":\"/fields/Microsoft.VSTS.Common.Priority\",\"value\":\"2\"")
                .contains("\"path\":\"/fields/Custom.Team\",\"value\":\"Shop\"")
                .contains("\"rel\":\"Hyperlink\"");
        assertThat(bug.split("ReproSteps")[1].split("System.Tags")[0]).doesNotContain("<b>expected");
        assertThat(requests.get(5))
                .isEqualTo("PATCH " + PROJECT + "_apis/test/runs/24/results?api-version=7.1\n"
                        + "[{\"id\":100000,\"associatedBugs\":[{\"id\":\"30\"},{\"id\":\"77\"}]}]");
        assertThat(requests.get(7)).contains("\"fileName\":\"bug-77.txt\",\"attachmentType\":\"BugFilingData\"");
    }

    @Test
    void areCountedFromTheCreationOfTheRunByTheClockOfTheService() {
        origin.answer(
                        200,
                        "{\"id\":24,\"startedDate\":\"2026-12-24T00:30:00Z\",\"createdDate\":\"2026-11-21T00:31:00Z\"}")
                .answer(200, NO_ITEMS)
                .answer(200, NO_ITEMS);

        azure.report("24", row("expected 2"), false);

        assertThat(origin.requests().get(2)).contains("[System.CreatedDate] >= '2026-11-20'");
    }

    @Test
    void areCommentedOnWhenTheyAreOpen() {
        origin.answer(200, RUN)
                .answer(200, "{\"workItems\":[{\"id\":77},{\"id\":78}]}")
                .answer(200, "{\"id\":77,\"rev\":4,\"relations\":[" + linkTo("23", "100000") + "]}")
                .answer(200, "{\"id\":77,\"rev\":5}");
        answerLinks();

        azure.report("24", row("expected 2"), false);

        assertThat(origin.requests().get(3))
                .startsWith(
                        "PATCH /tfs/Main/_apis/wit/workitems/77?api-version=7.1\n"
                                + "[{\"op\":\"test\",\"path\":\"/rev\",\"value\":4},"
                                + "{\"op\":\"add\",\"path\":\"/fields/System.History\",\"value\":\"<p>Failed again: Cart › adds")
                .contains("\"rel\":\"Hyperlink\"");
        assertThat(origin.requests()).noneMatch(request -> request.contains("$Bug"));
    }

    @Test
    void areCommentedOnAgainWhenSomebodyElseChangedThemMeanwhile() {
        origin.answer(200, RUN)
                .answer(200, "{\"workItems\":[{\"id\":77}]}")
                .answer(200, "{\"id\":77,\"rev\":4}")
                .answer(412, "{\"message\":\"VS403351: Test Operation for path /rev failed.\"}")
                .answer(200, "{\"id\":77,\"rev\":5}")
                .answer(200, "{\"id\":77,\"rev\":6}");
        answerLinks();

        azure.report("24", row("expected 2"), false);

        assertThat(origin.requests().get(5)).contains("\"path\":\"/rev\",\"value\":5");
        assertThat(azure.remarks()).isEmpty();
    }

    @Test
    void areNeitherFiledNorCommentedOnTwiceWhenAReplyWasLost() {
        origin.answer(200, RUN)
                .answer(200, "{\"workItems\":[{\"id\":77}]}")
                .answer(200, "{\"id\":77,\"rev\":1,\"relations\":[" + linkTo("24", "100000") + "]}");
        answerLinks();

        azure.report("24", row("expected 2"), true);

        assertThat(origin.requests())
                .noneMatch(request -> request.contains("$Bug") || request.contains("System.History"));
    }

    @Test
    void areCommentedOnOnceARun() {
        origin.answer(200, RUN)
                .answer(200, "{\"workItems\":[{\"id\":77}]}")
                .answer(200, "{\"id\":77,\"rev\":1,\"relations\":[" + linkTo("24", "100009") + "]}");
        answerLinks();

        Content log = Samples.content("log");
        AttachedContent evidence = new AttachedContent(Samples.attachment("a.log", log), log);
        ReportedRow row = row("expected 2");
        azure.report("24", new ReportedRow(row.resultId(), row.attempts(), List.of(evidence)), false);

        assertThat(origin.requests())
                .noneMatch(request -> request.contains("System.History") || request.contains("AttachedFile"));
        assertThat(origin.requests()).hasSize(7).anyMatch(request -> request.contains("associatedBugs"));
    }

    @Test
    void nameTwentyTestsWithoutOneAndCountTheOthers() {
        BugLimit limit = new BugLimit(2);
        IntStream.rangeClosed(1, 22).forEach(number -> limit.addUnreported("test " + number));
        limit.addUnreported("test 1");
        limit.addUnreported("test 22");

        assertThat(limit.remarks())
                .singleElement()
                .asString()
                .contains("test 20 and 3 more: attest.azure.bugs.limit allows 2 a run.")
                .doesNotContain("test 21");
    }

    @Test
    void areNotFiledBeyondWhatAllJvmsOfTheRunMayFile() {
        azure = Samples.destination(origin, settings(2));
        String ofThisRun = "{\"id\":#,\"fields\":{\"Microsoft.VSTS.TCM.ReproSteps\":\"<a href=\\\"" + azure.address()
                + "/_TestManagement/Runs?runId=24&amp;_a=resultQuery\\\">\"}}";
        origin.answer(200, RUN)
                .answer(200, NO_ITEMS)
                .answer(200, "{\"workItems\":[{\"id\":5},{\"id\":6},{\"id\":7}]}")
                .answer(
                        200,
                        "{\"value\":[" + ofThisRun.replace("#", "5") + "," + ofThisRun.replace("#", "6")
                                + ",{\"id\":7,\"fields\":{\"Microsoft.VSTS.TCM.ReproSteps\":\"of another\"}}]}");

        azure.report("24", row("expected 2"), false);
        azure.report("24", row("expected 3"), false);

        assertThat(origin.requests()).hasSize(4);
        assertThat(azure.remarks())
                .containsExactly(
                        "No bug was looked for or filed for Cart › adds: attest.azure.bugs.limit" + " allows 2 a run.");
    }

    @Test
    void areFiledInALaterRunThoughAnEarlierOneHasEnough() {
        azure = Samples.destination(origin, settings(1));
        String ofThisRun = "{\"id\":5,\"fields\":{\"Microsoft.VSTS.TCM.ReproSteps\":\"<a href=\\\"" + azure.address()
                + "/_TestManagement/Runs?runId=24&amp;_a=resultQuery\\\">\"}}";
        origin.answer(200, RUN)
                .answer(200, NO_ITEMS)
                .answer(200, "{\"workItems\":[{\"id\":5}]}")
                .answer(200, "{\"value\":[" + ofThisRun + "]}")
                .answer(200, RUN)
                .answer(200, "{\"workItems\":[{\"id\":6}]}");

        azure.report("24", row("expected 2"), false);
        azure.report("25", row("expected 2"), false);

        assertThat(origin.requests()).hasSizeGreaterThan(5);
        assertThat(origin.requests().get(5)).contains("wiql");
    }

    @Test
    void areCountedInRepliesThatCanBeRead() {
        azure = Samples.destination(origin, settings(1));
        String bugs = IntStream.rangeClosed(1, 45)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "{\"workItems\":[", "]}"));
        origin.answer(200, RUN).answer(200, NO_ITEMS).answer(200, bugs);
        for (int slice = 0; slice < 3; slice++) {
            origin.answer(200, "{\"value\":[]}");
        }

        azure.report("24", row("expected 2"), false);

        assertThat(origin.requests().subList(3, 6))
                .allSatisfy(request -> assertThat(request.split("%2C|,")).hasSizeLessThan(25));
    }

    @Test
    void areRemarkedWhenARuleRefusesThem() {
        origin.answer(200, RUN)
                .answer(200, NO_ITEMS)
                .answer(200, NO_ITEMS)
                .answer(400, "{\"message\":\"TF401320: Rule Error for field Severity. Error code: Required.\"}");

        assertThat(azure.report("24", row("expected 2"), false)).isInstanceOf(Accepted.class);
        assertThat(azure.remarks())
                .singleElement()
                .asString()
                .contains("attest.azure.bugs.*", "TF401320: Rule Error for field Severity.");
    }

    @Test
    void areRemarkedWhenTheRightIsMissing() {
        origin.answer(200, RUN).answer(403, "{\"message\":\"TF50309: no permission.\"}");

        assertThat(azure.report("24", row("expected 2"), false)).isInstanceOf(Accepted.class);
        assertThat(azure.remarks()).singleElement().asString().contains("TF50309", "vso.work_write");
    }

    @Test
    void areTriedAgainWhenTheServiceIsBusy() {
        origin.answer(200, RUN).answer(503, "{}");

        assertThat(azure.report("24", row("expected 2"), false)).isInstanceOf(Retry.class);
        assertThat(azure.remarks()).isEmpty();
    }

    @Test
    void areNotFiledForWhatDidNotFail() {
        ReportedRow aborted = new ReportedRow(
                "100000", List.of(Samples.result(1, "adds", Outcome.ABORTED, Failure.because("killed"))), List.of());

        assertThat(azure.report("24", aborted, false)).isInstanceOf(Accepted.class);
        assertThat(origin.requests()).isEmpty();
    }

    private void answerFiling(String open, int id) {
        origin.answer(200, RUN).answer(200, open).answer(200, NO_ITEMS).answer(200, "{\"id\":" + id + ",\"rev\":1}");
        answerLinks();
    }

    private void answerLinks() {
        origin.answer(200, "{\"id\":100000,\"associatedBugs\":[{\"id\":\"30\"}]}")
                .answer(200, "{\"value\":[{\"id\":100000}]}")
                .answer(200, "{\"value\":[]}")
                .answer(200, "{\"id\":1}");
    }

    private String linkTo(String run, String result) {
        return "{\"rel\":\"Hyperlink\",\"url\":\"" + azure.address() + "/_TestManagement/Runs?runId=" + run
                + "&_a=resultSummary&resultId=" + result + "\"}";
    }

    private static String print() {
        return FailurePrint.of(row("<b>expected</b> 2").last());
    }

    private static ReportedRow row(String message) {
        String trace = "java.lang.AssertionError: " + message + "\n\tat shop.Cart.total(Cart.java:7)\n";
        return new ReportedRow(
                "100000", List.of(Samples.result(1, "adds", Outcome.FAILED, new Failure(message, trace))), List.of());
    }

    private static BugSettings settings(int limit) {
        return new BugSettings(
                true,
                limit,
                "Bug",
                "Shop\\Cart",
                "",
                List.of("nightly"),
                Map.of("Priority", "2", "Custom.Team", "Shop"),
                List.of("Closed", "Won't do"));
    }
}

package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.azure.Sized;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.ReportTrigger;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.destination.RetriedRow;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorkItemEvidenceTest {

    private static final String SHA = "ab12".repeat(16);
    private static final String BUG = item(30, "Bug");
    private static final String TASK = item(31, "Task");
    private static final String FILE = "{\"id\":\"de47-1\",\"url\":\"https://x/de47-1\"}";
    private static final String ATTACHMENTS =
            "POST /tfs/Main/The%20Shop/_apis/test/runs/49/results/100000/attachments?api-version=7.1";

    private final Origin origin = new Origin();
    private final AzureDestination azure =
            Samples.destination(origin, new WorkItemSettings(30, true, 32 << 20, 32 << 20));

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @Test
    void bindsBugsToResultsAndNamesOtherItemsInTheComment() {
        origin.answer(200, BUG).answer(200, TASK).answer(200, "{\"value\":[{\"id\":100000}]}");

        azure.deliver("24", List.of(linked(30, 31).withComment("said")), false);

        assertThat(origin.requests().get(0))
                .isEqualTo("GET /tfs/Main/_apis/wit/workitems/30?$expand=relations&api-version=7.1");
        assertThat(origin.requests().get(2))
                .startsWith("POST /tfs/Main/The%20Shop/_apis/test/runs/24/results?api-version=7.1")
                .contains(
                        "\"associatedBugs\":[{\"id\":\"30\"}]",
                        "\"comment\":\"Task 31: " + origin.uri("/tfs/Main/The%20Shop/_workitems/edit/31")
                                + "\\nsaid\"");
    }

    @Test
    void asksForEachItemOnce() {
        origin.answer(200, BUG)
                .answer(200, "{\"value\":[{\"id\":1},{\"id\":2}]}")
                .answer(200, "{\"value\":[{\"id\":1}]}");

        azure.deliver("24", List.of(linked(30), linked(30)), false);
        azure.append("24", List.of(new RetriedRow("1", List.of(linked(30)), 1)), false);

        assertThat(origin.requests())
                .filteredOn(request -> request.startsWith("GET"))
                .hasSize(1);
    }

    @Test
    void bindsBugsToResultsThatWereTriedAgain() {
        origin.answer(200, BUG).answer(200, "{\"value\":[{\"id\":100000,\"subResults\":[{\"id\":1}]}]}");

        azure.append("24", List.of(new RetriedRow("100000", List.of(linked(30)), 0)), false);

        assertThat(origin.requests().get(1))
                .startsWith("PATCH ")
                .containsOnlyOnce("\"associatedBugs\":[{\"id\":\"30\"}]");
    }

    @Test
    void sendsResultsWithoutItemsThatAreRefusedAndSaysSoAtTheEnd() {
        origin.answer(404, "{\"message\":\"TF401232: Work item 30 does not exist\"}")
                .answer(200, "{\"value\":[{\"id\":100000}]}");

        assertThat(azure.deliver("24", List.of(linked(30)), false)).isInstanceOf(Accepted.class);

        assertThat(origin.requests().get(1)).doesNotContain("associatedBugs", "comment");
        assertThat(azure.remarks()).singleElement().asString().contains("work item 30", "TF401232");
    }

    @Test
    void doesNotHoldResultsForItemsThatCannotBeReadNow() {
        origin.answer(503, "{}").answer(200, "{\"value\":[{\"id\":100000}]}");

        assertThat(azure.deliver("24", List.of(linked(30)), false)).isInstanceOf(Accepted.class);

        assertThat(origin.requests().get(1)).contains("\"comment\":\"Work item 30: http");
        assertThat(azure.remarks()).isEmpty();
    }

    @Test
    void putsWhatEachAttemptAttachedOnTheItemsOfATestThatFailed() {
        Content content = Samples.content("log");
        origin.answer(200, BUG).answer(201, FILE).answer(200, BUG);

        assertThat(azure.reports()).isEqualTo(ReportTrigger.AT_THE_END);
        assertThat(azure.report("24", failed(content, 30), false))
                .isEqualTo(new Accepted(List.of(), "", Duration.ZERO));

        assertThat(origin.requests().get(1)).endsWith("attachments?fileName=a.log&api-version=7.1\nlog");
        assertThat(origin.requests().get(2))
                .contains("\"comment\":\"Run 24, attempt 1 of Cart › adds, file 7, sha256:" + SHA + "\"");
    }

    @Test
    void goesOnWithTheNextItemWhereOneIsRefused() {
        Content content = Samples.content("log");
        origin.answer(403, "{\"message\":\"TF237111: no permission\"}")
                .answer(200, TASK)
                .answer(201, FILE)
                .answer(200, TASK);

        assertThat(azure.report("24", failed(content, 30, 31), false)).isInstanceOf(Accepted.class);

        assertThat(origin.requests()).hasSize(4);
        assertThat(azure.remarks()).singleElement().asString().contains("TF237111", "vso.work_write");
    }

    @Test
    void looksFirstAfterAnythingWasLeftUndone() {
        Content content = Samples.content("log");
        origin.answer(200, BUG).answer(201, FILE).answer(200, BUG).answer(503, "{}");

        assertThat(azure.report("24", failed(content, 30, 31), false))
                .isInstanceOfSatisfying(
                        Retry.class,
                        deferred -> assertThat(deferred.possiblyApplied()).isTrue());
    }

    @Test
    void leavesATextThatNamesTheItemInPlaceOfAFileThatIsTooLargeForAResult() {
        Sized film = new Sized(75L * 1024 * 1024 + 1);
        origin.answer(200, BUG).answer(201, FILE);
        for (int chunk = 0; chunk < 3; chunk++) {
            origin.answer(201, "{}");
        }
        origin.answer(200, BUG).answer(200, "{\"id\":4}");

        azure.attach("49", "100000", null, Samples.attachment("film.mp4", film), film, false);

        List<String> sent = origin.requests();
        assertThat(sent.get(sent.size() - 2))
                .startsWith("PATCH /tfs/Main/_apis/wit/workitems/30?")
                .contains("\"comment\":\"Run 49, attempt 1 of result 100000, file 7, sha256:" + SHA + "\"");
        String stub = sent.get(sent.size() - 1);
        assertThat(stub).startsWith(ATTACHMENTS);
        assertThat(decoded(stub)).startsWith("This file is on work item 30, for it is larger than");
    }

    @Test
    void saysThatAFileIsNowhereWhereTheItemDoesNotTakeItEither() {
        Sized film = new Sized(75L * 1024 * 1024 + 1);
        origin.answer(404, "{\"message\":\"TF401232: Work item 30 does not exist\"}")
                .answer(200, "{\"id\":4}");

        assertThat(azure.attach("49", "100000", null, Samples.attachment("film.mp4", film), film, false))
                .isInstanceOf(Accepted.class);

        assertThat(decoded(origin.requests().get(1))).startsWith("This file was not uploaded, for");
        assertThat(azure.remarks()).singleElement().asString().contains("TF401232");
    }

    @Test
    void looksForTheFileOnTheItemWhenItsTextDidNotArrive() {
        Sized film = new Sized(75L * 1024 * 1024 + 1);
        origin.answer(200, BUG).answer(201, FILE);
        for (int chunk = 0; chunk < 3; chunk++) {
            origin.answer(201, "{}");
        }
        origin.answer(200, BUG).answer(429, "{}");

        assertThat(azure.attach("49", "100000", null, Samples.attachment("film.mp4", film), film, false))
                .isInstanceOfSatisfying(
                        Retry.class,
                        deferred -> assertThat(deferred.possiblyApplied()).isTrue());
    }

    @Test
    void putsALargeFileOnItsItemOnce() {
        Sized film = new Sized(75L * 1024 * 1024 + 1);
        String there =
                "{\"rel\":\"AttachedFile\",\"attributes\":{\"comment\":\"Run 49, attempt 1 of result 100000, file 7,"
                        + " sha256:" + SHA + "\"}}";
        String linked = BUG.replace("\"relations\":[]", "\"relations\":[" + there + "]");
        origin.answer(200, "{\"value\":[]}").answer(200, linked).answer(200, "{\"id\":4}");

        azure.attach("49", "100000", null, Samples.attachment("film.mp4", film), film, true);

        assertThat(origin.requests()).hasSize(3);
        assertThat(decoded(origin.requests().get(2))).startsWith("This file is on work item 30");
    }

    @Test
    void putsALargeFileNotOnceMoreOnTheItemThatTookItInstead() {
        assertThat(azure.report("49", failed(new Sized(75L * 1024 * 1024 + 1), 30), false))
                .isInstanceOf(Accepted.class);

        assertThat(origin.requests()).isEmpty();
    }

    private static Result linked(Integer... items) {
        Result failed = Samples.result(1, "adds", Outcome.FAILED, null);
        return new Result(
                failed.row(),
                failed.attempt(),
                failed.test().linkedTo(new Links(List.of(items), List.of(), List.of())),
                failed.outcome(),
                failed.started(),
                failed.duration(),
                null,
                "");
    }

    private static ReportedRow failed(Content content, Integer... items) {
        AttachedContent log = new AttachedContent(Samples.attachment("a.log", content), content);
        return new ReportedRow("100000", List.of(linked(items)), List.of(log));
    }

    private static String item(int id, String type) {
        return "{\"id\":" + id + ",\"rev\":3,\"fields\":{\"System.WorkItemType\":\"" + type + "\"},\"relations\":[]}";
    }

    private static String decoded(String request) {
        String stream = request.replaceAll("(?s).*\"stream\":\"([^\"]*)\".*", "$1");
        return new String(Base64.getDecoder().decode(stream), StandardCharsets.UTF_8);
    }
}

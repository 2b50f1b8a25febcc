package dev.attest.internal.azure.workitems;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.azure.KeptContent;
import dev.attest.internal.azure.Samples;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkItemAttachmentsTest {

    private static final String SHA = "ab12".repeat(16);
    private static final String READ = "GET /tfs/Main/_apis/wit/workitems/4711?$expand=relations&api-version=7.1";
    private static final String FILES = "/tfs/Main/_apis/wit/attachments";
    private static final String FILE = "{\"id\":\"de47-1\",\"url\":\"https://x/de47-1?fileName=a.log\"}";
    private static final String ORIGIN = "Run 24, attempt 1 of Cart › adds";
    private static final String COMMENT = ORIGIN + ", file 7, sha256:" + SHA;
    private static final String LINK = """
            PATCH /tfs/Main/_apis/wit/workitems/4711?api-version=7.1
            [{"op":"test","path":"/rev","value":%s},{"op":"add","path":"/relations/-","value":\
            {"rel":"AttachedFile","url":"https://x/de47-1?fileName=a.log",\
            "attributes":{"comment":"%s","name":"a.log"}}}]""";
    /** Chunks of four bytes from five bytes on. */
    private static final WorkItemSettings SMALL = new WorkItemSettings(0, false, 4, 4);

    private final Origin origin = new Origin();
    private final AzureDestination azure = Samples.destination(origin, SMALL);
    private final KeptContent small = new KeptContent("abcd");
    private final KeptContent large = new KeptContent("abcdefghij");

    @AfterEach
    void closeBoth() {
        azure.close();
        origin.close();
    }

    @Test
    void travelAsTheyAreAndAreLinkedWithWhereTheyComeFrom() {
        item(3).answer(201, FILE).answer(200, json(4, ""));

        assertThat(file(small, false)).isEqualTo(new Accepted(List.of("4711"), "", Duration.ZERO));

        assertThat(origin.requests())
                .containsExactly(
                        READ, "POST " + FILES + "?fileName=a.log&api-version=7.1\nabcd", LINK.formatted(3, COMMENT));
        assertThat(origin.head(1)).contains("Content-Type: application/octet-stream", "Content-Length: 4");
    }

    @Test
    void areSentAtOnceWhenTheyAreEmpty() {
        item(3).answer(201, FILE).answer(200, json(4, ""));

        file(new KeptContent(""), false);

        assertThat(origin.requests().get(1)).isEqualTo("POST " + FILES + "?fileName=a.log&api-version=7.1");
        assertThat(origin.head(1)).contains("Content-Type: application/octet-stream", "Content-Length: 0");
    }

    @Test
    void travelInChunksWhenTheyAreLarge() {
        item(3).answer(201, FILE)
                .answer(201, "{\"id\":\"de47-1\"}")
                .answer(201, "{\"id\":\"de47-1\"}")
                .answer(200, "{\"id\":\"de47-1\"}")
                .answer(200, json(4, ""));

        assertThat(file(large, false)).isInstanceOf(Accepted.class);

        assertThat(origin.requests())
                .containsExactly(
                        READ,
                        "POST " + FILES + "?uploadType=chunked&fileName=a.log&api-version=7.1",
                        chunk("abcd"),
                        chunk("efgh"),
                        chunk("ij"),
                        LINK.formatted(3, COMMENT));
        assertThat(origin.head(1)).contains("Content-Type: application/octet-stream", "Content-Length: 0");
        assertThat(origin.head(2)).contains("Content-Type: application/octet-stream", "Content-Range: bytes 0-3/10");
        assertThat(origin.head(3)).contains("Content-Range: bytes 4-7/10");
        assertThat(origin.head(4)).contains("Content-Range: bytes 8-9/10");
    }

    @Test
    void goOnFromTheChunkWhoseReplyWasLost() {
        item(3).answer(201, FILE).answer(201, "{}").drop();

        assertThat(file(large, false))
                .isInstanceOfSatisfying(
                        Retry.class,
                        deferred -> assertThat(deferred.possiblyApplied()).isTrue());

        item(3).answer(201, "{}").answer(200, "{}").answer(200, json(4, ""));
        assertThat(file(large, true)).isInstanceOf(Accepted.class);
        assertThat(origin.requests().subList(4, 8))
                .containsExactly(READ, chunk("efgh"), chunk("ij"), LINK.formatted(3, COMMENT));
    }

    @Test
    void goOnWithTheNextChunkWhenTheServiceHasTheOneInDoubt() {
        large.bookmarks.put("azure-7-4711", bookmark(4));
        item(3).answer(400, "{\"message\":\"not the next: 8 bytes are there\"}")
                .answer(200, "{}")
                .answer(200, json(4, ""));

        assertThat(file(large, true)).isInstanceOf(Accepted.class);

        assertThat(origin.requests()).containsExactly(READ, chunk("efgh"), chunk("ij"), LINK.formatted(3, COMMENT));
    }

    @Test
    void areWholeWhenTheServiceSaysSoOfTheLastChunk() {
        large.bookmarks.put("azure-7-4711", bookmark(8));
        item(3).answer(400, "{\"message\":\"The file is complete.\"}").answer(200, json(4, ""));

        assertThat(file(large, true)).isInstanceOf(Accepted.class);

        assertThat(origin.requests()).containsExactly(READ, chunk("ij"), LINK.formatted(3, COMMENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gap", "forgotten", "last"})
    void beginAnewWhenTheServiceHasOtherBytesOfThem(String trouble) {
        large.bookmarks.put("azure-7-4711", bookmark(trouble.equals("last") ? 8 : 4));
        item(3);
        switch (trouble) {
            case "gap" ->
                origin.answer(400, "{\"message\":\"not the next: 0 bytes are there\"}")
                        .answer(400, "{\"message\":\"not the next: 0 bytes are there\"}");
            case "last" -> origin.answer(400, "{\"message\":\"not the next: 0 bytes are there\"}");
            default -> origin.answer(404, "{\"message\":\"The attachment de47-1 does not exist.\"}");
        }
        origin.answer(201, FILE)
                .answer(201, "{}")
                .answer(201, "{}")
                .answer(200, "{}")
                .answer(200, json(4, ""));

        assertThat(file(large, true)).isInstanceOf(Accepted.class);

        List<String> sent = origin.requests();
        assertThat(sent.subList(sent.size() - 5, sent.size()))
                .containsExactly(
                        "POST " + FILES + "?uploadType=chunked&fileName=a.log&api-version=7.1",
                        chunk("abcd"),
                        chunk("efgh"),
                        chunk("ij"),
                        LINK.formatted(3, COMMENT));
    }

    @Test
    void areRefusedWhenTheServiceTakesNoChunkOfThem() {
        item(3).answer(201, FILE).answer(400, "{\"message\":\"TF237082: The file exceeds the supported size.\"}");

        assertThat(file(large, false))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .contains("bytes 0 to 4 of \"a.log\"", "TF237082", "60 MB", "administrator"));
        assertThat(origin.requests()).hasSize(3);
    }

    @Test
    void areNotUploadedAgainWhenOnlyTheLinkIsMissing() {
        large.bookmarks.put("azure-7-4711", bookmark(10));
        item(3).answer(200, json(4, ""));

        assertThat(file(large, true)).isInstanceOf(Accepted.class);

        assertThat(origin.requests()).containsExactly(READ, LINK.formatted(3, COMMENT));
    }

    @Test
    void areNotLinkedTwice() {
        origin.answer(200, json(4, relation(COMMENT)));

        assertThat(file(large, true)).isEqualTo(new Accepted(List.of("4711"), "", Duration.ZERO));

        assertThat(origin.requests()).containsExactly(READ);
    }

    @Test
    void areLinkedToTheItemAsSomebodyElseHasLeftIt() {
        item(3).answer(201, FILE)
                .answer(412, "{\"message\":\"VS403351: Test Operation for path /rev failed.\"}")
                .answer(200, json(9, ""))
                .answer(200, json(10, ""));

        assertThat(file(small, false)).isInstanceOf(Accepted.class);

        assertThat(origin.requests().subList(2, 5))
                .containsExactly(LINK.formatted(3, COMMENT), READ, LINK.formatted(9, COMMENT));
    }

    @Test
    void areGivenUpOnAnItemThatNeverStandsStill() {
        item(3).answer(201, FILE);
        for (int rev = 3; rev < 20; rev++) {
            origin.answer(412, "{\"message\":\"VS403351\"}").answer(200, json(rev, ""));
        }

        assertThat(file(small, false)).isInstanceOf(Rejected.class);
        assertThat(origin.requests().stream().filter(request -> request.startsWith("PATCH")))
                .hasSize(10);
    }

    @Test
    void areRefusedWithAWordOnWhatToDoWhereAnItemHasAHundredAlready() {
        String hundred = IntStream.range(0, 100)
                .mapToObj(each -> relation("other " + each))
                .collect(Collectors.joining(","));
        origin.answer(200, json(4, hundred));

        assertThat(file(large, false)).isEqualTo(new Rejected("""
                Cannot put "a.log" on work item 4711: it has 100 files, and Azure DevOps takes no more than 100. \
                Remove some of them, or name another item.""", false));
        assertThat(origin.requests()).containsExactly(READ);
    }

    @Test
    void sayWhatATestSaysOfThemAndKeepTheirMarkWhenThatIsLong() {
        item(3).answer(201, FILE).answer(200, json(4, ""));
        Attachment attachment = new Attachment(
                7,
                1,
                1,
                "a.log",
                AttachmentType.GENERAL_ATTACHMENT,
                SHA,
                4,
                new AttachmentTarget("azure", "WorkItem", "4711"),
                "what I saw ".repeat(40));

        azure.file(new AttachmentTarget("azure", "WorkItem", "4711"), attachment, small, ORIGIN, false);

        assertThat(origin.requests().get(2))
                .containsPattern("\"comment\":\"what I saw what I saw.*~[0-9a-f]{8}, file 7, sha256:" + SHA + "\"")
                .satisfies(patch -> assertThat(
                                patch.substring(patch.indexOf("\"comment\":\"") + 11, patch.indexOf("\",\"name\"")))
                        .hasSize(255));
    }

    @Test
    void goToNothingElseThanWorkItems() {
        Attachment attachment = Samples.attachment("a.log", small);

        assertThat(azure.file(new AttachmentTarget("azure", "Bugs", "12"), attachment, small, ORIGIN, false))
                .isEqualTo(new Rejected("Azure DevOps has no Bugs 12 to put files on.", false));
        assertThat(origin.requests()).isEmpty();
    }

    private DeliveryResult file(KeptContent content, boolean possiblyApplied) {
        return azure.file(
                new AttachmentTarget("azure", "WorkItem", "4711"),
                Samples.attachment("a.log", content),
                content,
                ORIGIN,
                possiblyApplied);
    }

    private Origin item(int rev) {
        return origin.answer(200, json(rev, ""));
    }

    private static String json(int rev, String relations) {
        return "{\"id\":4711,\"rev\":" + rev + ",\"fields\":{},\"relations\":[" + relations + "]}";
    }

    private static String relation(String comment) {
        return "{\"rel\":\"AttachedFile\",\"url\":\"https://x/1\",\"attributes\":{\"comment\":\"" + comment + "\"}}";
    }

    private static String chunk(String bytes) {
        return "PUT " + FILES + "/de47-1?uploadType=chunked&api-version=7.1\n" + bytes;
    }

    private static String bookmark(int offset) {
        return "{\"id\":\"de47-1\",\"url\":\"https://x/de47-1?fileName=a.log\",\"offset\":" + offset + "}";
    }
}

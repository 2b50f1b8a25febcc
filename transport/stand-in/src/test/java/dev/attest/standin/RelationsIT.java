package dev.attest.standin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RelationsIT {

    private final StandIn server = StandIn.start();
    private final WorkItems items = WorkItems.of(server);
    private final int bug = items.bug("a");

    @AfterEach
    void stop() {
        server.close();
    }

    private String file() {
        return items.upload("fileName=shot.png", new byte[] {1, 2, 3})
                .json()
                .get("url")
                .asText();
    }

    private static String relation(String rel, String url) {
        return "{'op':'add','path':'/relations/-','value':{'rel':'" + rel + "','url':'" + url
                + "','attributes':{'comment':'run 1'}}}";
    }

    @Test
    void attachesAFile() {
        var url = file();

        var reply = items.update(bug, "[" + relation("AttachedFile", url) + "]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(items.get("workitems/" + bug).json().has("relations")).isFalse();
        var relation =
                items.get("workitems/" + bug + "?$expand=relations").json().at("/relations/0");
        assertThat(relation.get("url").asText()).isEqualTo(url);
        assertThat(relation.at("/attributes/name").asText()).isEqualTo("shot.png");
        assertThat(relation.at("/attributes/comment").asText()).isEqualTo("run 1");
        assertThat(relation.at("/attributes/resourceSize").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "AttachedFile,http://h/_apis/wit/attachments/6b2266bf-a155-4582-a475-ca4da68193ef,404 AttachmentNotFoundException",
        "AttachedFile,http://h/elsewhere,400 WorkItemResourceLinkException",
        "ArtifactLink,vstfs:///TestManagement/TcmResult/1.100000,400 WorkItemResourceLinkException",
        "Microsoft.VSTS.Common.TestedBy-Forward,http://h/_apis/wit/workItems/99,404 WorkItemUnauthorizedAccessException",
        "Microsoft.VSTS.Common.TestedBy-Forward,http://h/_apis/wit/workItems/1,400 WorkItemResourceLinkException",
        "Nephew,http://h/,400 WorkItemResourceLinkException",
    })
    void relatesToNothingElse(String rel, String url, String refusal) {
        assertThat(items.update(bug, "[" + relation(rel, url) + "]").refusal()).isEqualTo(refusal);
        assertThat(items.get("workitems/" + bug).json().get("rev").asInt()).isEqualTo(1);
    }

    @Test
    void attachesNoFileOfWhichChunksAreMissing() {
        var id = items.register("a");
        var change = "[" + relation("AttachedFile", "http://h/_apis/wit/attachments/" + id) + "]";

        items.chunk(id, "bytes 0-0/2", "a");
        assertThat(items.update(bug, change).status()).isEqualTo(400);
        items.chunk(id, "bytes 1-1/2", "b");
        assertThat(items.update(bug, change).status()).isEqualTo(200);
    }

    @Test
    void attachesAFileOnce() {
        var change = "[" + relation("AttachedFile", file()) + "]";
        items.update(bug, change);

        assertThat(items.update(bug, change.replace("?fileName=shot.png", "")).refusal())
                .isEqualTo("400 RelationAlreadyExistsException");
    }

    @Test
    void attachesAHundredFilesAndNoMore() {
        var changes = new StringBuilder();
        for (var file = 0; file < 100; file++) {
            changes.append(file == 0 ? "" : ",").append(relation("AttachedFile", file()));
        }

        assertThat(items.update(bug, "[" + changes + "]").status()).isEqualTo(200);
        assertThat(items.update(bug, "[" + relation("AttachedFile", file()) + "]")
                        .refusal())
                .isEqualTo("400 WorkItemAttachmentLimitException");
        assertThat(items.update(bug, "[{'op':'remove','path':'/relations/0'}," + relation("AttachedFile", file()) + "]")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void relatesToResultsAddressesAndTestCases() {
        var other = items.bug("b");
        var result = relation("ArtifactLink", "vstfs:///TestManagement/TcmResult/1.100000")
                .replace("'comment'", "'name':'Test Result','comment'");

        var reply = items.update(
                bug,
                "[" + result + "," + relation("Hyperlink", "https://ci.example/1") + ","
                        + relation("Microsoft.VSTS.Common.TestedBy-Forward", "http://h/_apis/wit/workItems/" + other)
                        + "]");

        assertThat(reply.json().get("relations")).hasSize(3);
    }
}

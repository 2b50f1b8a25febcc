package dev.attest.standin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of all pictures of a run. */
class GalleryIT {

    private static final String GIF = "GIF89a";

    @TempDir
    Path folder;

    private StandIn server;
    private SampleRuns samples;
    private String run;

    @BeforeEach
    void start() {
        server = StandIn.start(StandInOptions.defaults().withData(folder));
        var client = Client.of(server);
        samples = new SampleRuns(client);
        run = "runs/" + client.createRun();
        client.post(
                run + "/results",
                "[{'testCaseTitle':'passed','outcome':'Passed','state':'Completed'},"
                        + "{'testCaseTitle':'failed','outcome':'Failed','state':'Completed','resultGroupType':'rerun',"
                        + "'subResults':[{'displayName':'Attempt 1','outcome':'Failed'}]}]");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsThePicturesOfFailuresFirstAndThoseOfTheRunLast() {
        attach("attachments", "run.png", GIF);
        attach("results/100000/attachments", "passed.png", GIF);
        attach("results/100001/attachments?testSubResultId=1", "attempt.png", GIF);
        attach("results/100001/attachments", "failed.png", GIF);

        assertThat(gallery(""))
                .contains("4 pictures, those of failures first")
                .containsSubsequence(
                        "<a class=\"shot\" href=\"/" + run + "/results/100001\"><img src=\"/attachments/4?inline\""
                                + " alt=\"failed.png\" loading=\"lazy\"",
                        "<span class=\"outcome bad\">Failed</span> <b>failed</b>",
                        "<img src=\"/attachments/3?inline\"",
                        "Attempt 1 · <a href=\"/attachments/3?inline\">attempt.png</a>",
                        "<a class=\"shot\" href=\"/" + run + "/results/100000\"><img src=\"/attachments/2?inline\"",
                        "<span class=\"outcome good\">Passed</span> <b>passed</b>",
                        "<a class=\"shot\" href=\"/" + run + "\"><img src=\"/attachments/1?inline\"",
                        "<b>The run itself</b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "%PDF-1.4",
                " GIF89a",
                "",
                "BM",
                "MIME-Version: 1.0",
            })
    void showsNothingThatIsNoPictureByItsFirstBytes(String content) {
        attach("results/100001/attachments", "evil.png", content);

        assertThat(gallery("")).contains("This run has no pictures.").doesNotContain("<img");
        assertThat(Client.page(server, "/" + run).text()).doesNotContain("/pictures\"");
    }

    @Test
    void isLinkedFromARunWithPictures() {
        attach("results/100001/attachments", "a.txt", GIF);
        assertThat(Client.page(server, "/" + run).text()).contains("<a href=\"/" + run + "/pictures\">1 picture</a>");

        attach("results/100001/attachments", "b.txt", GIF);
        assertThat(Client.page(server, "/" + run).text()).contains("<a href=\"/" + run + "/pictures\">2 pictures</a>");
    }

    @Test
    void hasAPagerForManyPictures() {
        for (var index = 0; index < 125; index++) {
            attach("results/100001/attachments", index + ".png", GIF);
        }

        assertThat(gallery("").split("<img ", -1)).hasSize(61);
        assertThat(gallery("?page=3"))
                .contains("121–125 of 125", "alt=\"124.png\"")
                .doesNotContain("alt=\"119.png\"");
        assertThat(gallery("?page=4")).contains("This page is behind the last one.");
        assertThat(Client.page(server, "/runs/99/pictures").status()).isEqualTo(404);
    }

    @Test
    void findsPicturesThatAnEarlierVersionHasStored() throws SQLException {
        attach("results/100001/attachments", "a.png", GIF);
        attach("results/100001/attachments", "b.png", "text");
        server.close();
        try (var database = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("stand-in"), "sa", "");
                var statement = database.createStatement()) {
            assertThat(statement.executeUpdate("update attachment set picture = null"))
                    .isEqualTo(2);
        }

        server = StandIn.start(StandInOptions.defaults().withData(folder));

        assertThat(gallery("")).contains("alt=\"a.png\"").doesNotContain("alt=\"b.png\"");
    }

    @Test
    void showsNoMarkupOfOthers() {
        var client = Client.of(server);
        for (var markup : HostileMarkup.ALL) {
            var text = markup.replace("'", "") + "\u202e";
            client.post(
                    run + "/results",
                    "[{'testCaseTitle':'" + text + "','outcome':'Failed','state':'Completed','resultGroupType':'rerun',"
                            + "'subResults':[{'displayName':'" + text + "'}]}]");
            var result = 100_002 + HostileMarkup.ALL.indexOf(markup);
            attach(
                    "results/" + result + "/attachments?testSubResultId=1",
                    markup.replaceAll("[/\"<>:]", "") + ".png",
                    GIF);
        }

        var text = gallery("").replaceAll("<img src=\"/attachments/\\d+\\?inline\" alt=\"[^\"]*\"", "");

        assertThat(text).contains("<b>&lt;script&gt;alert(2)");
        for (var bad :
                List.of("<script", "<img", "<svg", "<iframe", "<form", "<object", "<style", "<b style", "\u202e")) {
            assertThat(text).doesNotContain(bad);
        }
        assertThat(text.split("</main>", -1)).hasSize(2);
    }

    private void attach(String place, String name, String content) {
        samples.attach(run + "/" + place, name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String gallery(String query) {
        var reply = Client.page(server, "/" + run + "/pictures" + query);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'");
        return reply.text();
    }
}

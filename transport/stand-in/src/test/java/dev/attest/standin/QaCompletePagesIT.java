package dev.attest.standin;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class QaCompletePagesIT {

    private final StandIn server = StandIn.start();
    private final QaCompleteClient client = QaCompleteClient.of(server);

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private Client.Reply page(String path) {
        return Client.page(server, "/qacomplete" + path);
    }

    @Test
    void showsARunWithItsItems() {
        client.newRun(1);
        client.send(
                "PATCH",
                "v2/testruns/1/items/2",
                "{'StatusCode':'Failed','RunTime':3,'Steps':[{'Seq':1,'ActualResult':'after <b>3</b> s'}]}");

        assertThat(page("").text()).contains("/qacomplete/runs/1", "16 tests, 0 passed, 1 failed");
        var run = page("/runs/1");
        assertThat(run.text())
                .contains("after <b>3</b> s", "unverified against a live server", "In Progress", "by Publisher, Attest")
                .contains("<h1><a href=\"/qacomplete/TestSets/1\">Shop</a></h1>")
                .contains("<a href=\"/qacomplete/Tests/2\"><b>prints a receipt</b></a>");
        assertThat(run.header("Content-Security-Policy")).startsWith("default-src 'none';");
    }

    @Test
    void offersTheReportAsADownloadThatRunsNothing() {
        client.newRun(1);
        client.parts("POST", "v2/testruns/1/items/1/report", "File@r.mht=<script>alert(1)</script>");

        assertThat(page("/runs/1").text()).contains("href=\"/qacomplete/items/1/report\"", "r.mht", "25 B");
        var report = page("/items/1/report");
        assertThat(report.text()).isEqualTo("<script>alert(1)</script>");
        assertThat(report.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(report.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''r.mht");
        assertThat(report.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(report.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void warnsOfARunThatARealServiceWouldStart() {
        client.send("POST", "v2/testruns", "{'TestId':1,'RunByHostId':4,'ForceNewRunCreation':true}");
        client.newRun(1);

        assertThat(page("/runs/1").text()).contains("created with RunByHostId");
        assertThat(page("/runs/2").text()).doesNotContain("RunByHostId");
    }

    @Test
    void showsTheFilesOfAnEntityWithPicturesInPlace() {
        client.parts("POST", "v1/Bugs/12/files", "Title=<b>t</b>", "Comments=<i>c</i>", "File@a.gif=GIF89a..");
        client.parts("POST", "v1/Bugs/12/files", "Title=page", "File@a.html=<p>hi</p>");

        var page = page("/Bugs/12");

        assertThat(page.text())
                .contains("The discount is not given", "&lt;b&gt;t&lt;/b&gt;", "<div class=\"markup\"><i>c</i></div>")
                .contains("<img src=\"/qacomplete/files/1?inline\"")
                .contains("<pre>&lt;p&gt;hi&lt;/p&gt;</pre>");
        assertThat(page("/files/1?inline").header("Content-Type")).isEqualTo("image/gif");
        assertThat(page("/files/2?inline").header("Content-Type")).isEqualTo("application/octet-stream");
    }

    @Test
    void saysThatThereIsNoSuchPage() {
        for (var path : new String[] {"/runs/9", "/runs/x", "/Bugs/99", "/files/9", "/items/9/report", "/items/1/x"}) {
            assertThat(page(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void listsItsRoutesAndWhatIsAssumed() {
        assertThat(Client.page(server, "/routes").text())
                .contains("/rest-api/service/api/v1/projects/{project}/{code}/{entity}/files")
                .contains("qac-file-without-id");
    }

    @Test
    void keepsEverythingInItsFolder() {
        var options = StandInOptions.defaults().withData(folder);
        try (var first = StandIn.start(options)) {
            var before = QaCompleteClient.of(first);
            before.newRun(1);
            before.send("PATCH", "v2/testruns/1/items/1", "{'StatusCode':'Passed'}");
            before.parts("POST", "v1/Tests/77/files", "Title=t", "File@a.txt=hi");
        }

        try (var second = StandIn.start(options)) {
            var after = QaCompleteClient.of(second);
            assertThat(after.get("v2/testruns/1").json().get("nbr_passed").asInt())
                    .isEqualTo(1);
            assertThat(Client.page(second, "/qacomplete/files/1").text()).isEqualTo("hi");
        }
    }
}

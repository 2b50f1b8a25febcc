package dev.attest.standin;

import dev.attest.standin.store.BuildStore.BuildRow;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PagesIT {

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final String run = "runs/" + client.createRun();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsMarkupOfATestAsText() {
        client.post(
                run + "/results",
                "[{'testCaseTitle':'<img src=x onerror=alert(1)>','outcome':'Failed','state':'Completed',"
                        + "'errorMessage':'<script>alert(2)</script>'}]");

        var list = page(run);
        var result = page(run + "/results/100000");

        assertThat(list.text()).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img");
        assertThat(result.text()).contains("&lt;script&gt;alert(2)").doesNotContain("<script>");
        assertThat(result.header("Content-Security-Policy")).startsWith("default-src 'none';");
    }

    @Test
    void opensFromTheAddressThatTheApiGives() {
        var address = client.get(run).json().get("webAccessUrl").asText();

        var reply = Client.send(HttpRequest.newBuilder(URI.create(address)).build());

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).endsWith("/runs/1");
    }

    @Test
    void downloadsWhatCouldRun() {
        attach("evil.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        attach("x.svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        attach("x.png", "<html>".getBytes(StandardCharsets.UTF_8));

        for (var id = 1; id <= 3; id++) {
            var reply = page("attachments/" + id + "?inline");
            assertThat(reply.header("Content-Disposition")).startsWith("attachment; filename*=UTF-8''");
            assertThat(reply.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(reply.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(page(run).text()).doesNotContain("<img", "<script>", "<svg onload");
    }

    @Test
    void showsARasterImageInPlace() {
        attach("shot.bin", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0});

        var reply = page("attachments/1?inline");

        assertThat(reply.header("Content-Type")).isEqualTo("image/png");
        assertThat(reply.header("Content-Disposition")).startsWith("inline;");
        assertThat(page(run).text()).contains("<img src=\"/attachments/1?inline\"");
    }

    @Test
    void showsALogWithoutItsEscapes() {
        var log =
                "\u001B[31mred\u001B[0m \u001B]8;;javascript:alert(1)\u0007link\u001B]8;;\u0007 \u001B]52;c;aGk=\u0007end";
        attach("o\u202Elog.txt", log.getBytes(StandardCharsets.UTF_8));

        assertThat(page(run).text()).contains("<pre>red link end</pre>").contains("o\\u202Elog.txt");
    }

    @Test
    void encodesTheNameOfADownload() {
        attach("Überblick 1.txt", new byte[] {'x'});

        assertThat(page("attachments/1").header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''%C3%9Cberblick%201.txt");
    }

    @Test
    void pagesThroughManyResultsWithFailuresFirst() {
        var batch = "[" + "{'testCaseTitle':'p','outcome':'Passed','state':'Completed'},".repeat(450)
                + "{'testCaseTitle':'last','outcome':'Failed','state':'Completed'}]";
        client.post(run + "/results", batch);

        assertThat(page(run).text()).contains("1–200 of 451").contains(">last<");
        assertThat(page(run + "?page=3").text()).contains("401–451 of 451").doesNotContain(">last<");
        assertThat(page(run + "?outcome=Failed").text()).contains(">last<").doesNotContain(">p<");
    }

    @Test
    void showsTheHistoryOfATestInOneLine() {
        var outcomes = List.of("Passed", "Failed", "NotExecuted", "Passed", "Failed", "Failed");
        for (var build = 1; build <= outcomes.size(); build++) {
            server.builds().add(new BuildRow(build, "<b>." + build, 5, "shop", "refs/heads/main"));
            client.post("runs", "{'name':'r','build':{'id':'" + build + "'}}");
            client.post(
                    "runs/" + (build + 1) + "/results",
                    "[{'automatedTestName':'a','outcome':'" + outcomes.get(build - 1)
                            + "','state':'Completed','completedDate':'2026-11-" + String.format("%02d", 6 + 4 * build)
                            + "T10:00:00Z'}]");
        }

        assertThat(page("runs/7/results/100000").text())
                .contains("Failing since <a href=\"/runs/6/results/100000\">build &lt;b&gt;.5</a>"
                        + " (<time datetime=\"2026-11-26T10:00:00Z\" title=\"2026-11-26 10:00:00 UTC\">")
                .contains("</time>) · failed 2 of 3 in 14 days")
                .contains("<a href=\"/runs/5/results/100000\" class=\"good\" title=\"Passed, 2026-11-22 10:00:00 UTC\"")
                .doesNotContain("/runs/3/results/");
        assertThat(page("runs/5/results/100000").text())
                .contains("failed 1 of 3 in 14 days")
                .doesNotContain("Failing since");
        assertThat(page("runs/2/results/100000").text()).contains("passed 1 of 1 in 14 days");
    }

    @Test
    void saysOnAPageThatThereIsNoSuchPage() {
        for (var path : List.of("runs/99", "runs/<b>", run + "/results/1", "attachments/9")) {
            var reply = page(path.replace("<b>", "%3Cb%3E"));

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("Content-Type")).startsWith("text/html");
            assertThat(reply.text()).contains("<h1>404</h1>").doesNotContain("<b>", "$id");
        }
    }

    @Test
    void showsSettingsThatAShellTakes() {
        try (var other = StandIn.start(StandInOptions.defaults().withProjects("My Shop"))) {
            assertThat(Client.page(other, "").text())
                    .contains("export ATTEST_AZURE_URL=http://127.0.0.1:" + other.port() + "/DefaultCollection\n")
                    .contains("export ATTEST_AZURE_PROJECT='My Shop'\n");
        }
    }

    @Test
    void listsItsRoutesAndWhatIsAssumed() {
        assertThat(page("routes").text())
                .contains("/{collection}/{project}/_apis/test/runs/{run}/results")
                .contains("documented")
                .contains("no-results-after-completion");
        assertThat(page("").text()).contains("#1 · demo");
    }

    private void attach(String name, byte[] bytes) {
        var stream = Base64.getEncoder().encodeToString(bytes);
        client.post(run + "/attachments", "{'fileName':'" + name + "','stream':'" + stream + "'}");
    }

    private Client.Reply page(String path) {
        return Client.send(
                HttpRequest.newBuilder(server.page().resolve("/" + path)).build());
    }
}

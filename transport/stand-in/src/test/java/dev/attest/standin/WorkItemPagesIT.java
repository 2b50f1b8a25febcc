package dev.attest.standin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkItemPagesIT {

    private final StandIn server = StandIn.start(StandInOptions.defaults().withPlans(PlansIT.plans()));
    private final Client client = Client.of(server);
    private final WorkItems items = WorkItems.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    private Client.Reply page(String path) {
        return Client.page(server, path);
    }

    @Test
    void showsTheMarkupOfFieldsAsTheServiceDoes() {
        items.update(
                4711,
                "[{'op':'add','path':'/fields/Microsoft.VSTS.TCM.ReproSteps',"
                        + "'value':'<h3>Steps</h3><ul><li><b>one</b></li></ul>'},"
                        + "{'op':'add','path':'/fields/Custom.Team','value':'<i>plain</i>'},"
                        + "{'op':'add','path':'/fields/System.History','value':'<p>said <em>so</em></p>'}]");

        assertThat(page("work-items/4711").text())
                .contains("<h3>Steps</h3>", "<li><b>one</b></li>", "<p>said <em>so</em></p>")
                .contains("&lt;i&gt;plain&lt;/i&gt;");
    }

    /** Each place that shows markup, and each kind of it that could do or load something. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(2)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><a>",
                "<a href=javascript:alert(4)>x</a>",
                "<a href=data:text/html,hi>x</a>",
                "<b style=position:fixed onclick=alert(1)>x</b>",
                "<iframe src=//evil.example></iframe>",
                "<form action=//evil.example><input name=a></form>",
                "<object data=//evil.example></object><embed src=//evil.example>",
                "<base href=//evil.example><meta http-equiv=refresh content=0>",
                "<style>*{display:none}</style><link rel=stylesheet href=//evil.example>",
                "<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>",
                "</td></table></main><h1>x</h1><!-- "
            })
    void showsNothingThatActs(String markup) {
        items.update(
                4711,
                "[{'op':'add','path':'/fields/Microsoft.VSTS.TCM.ReproSteps','value':'" + markup + "'},"
                        + "{'op':'add','path':'/fields/System.Description','value':'" + markup + "'},"
                        + "{'op':'add','path':'/fields/System.History','value':'" + markup + "'},"
                        + "{'op':'replace','path':'/fields/System.Title','value':'" + markup + "'},"
                        + "{'op':'add','path':'/relations/-','value':{'rel':'Hyperlink','url':'javascript:alert(4)'}}]");

        var one = page("work-items/4711");

        assertThat(one.text())
                .contains("<code>javascript:alert(4)</code>", "<h2>History</h2>")
                .doesNotContain(
                        "<script",
                        "<img",
                        "<svg",
                        "href=\"javascript",
                        "href=\"data",
                        "<iframe",
                        "<form",
                        "<object",
                        "<base",
                        "<meta http-equiv",
                        "<style",
                        "<math")
                .doesNotContainPattern("<[^>]*\\son\\w+=");
        assertThat(one.text().split("</main>", -1))
                .hasSameSizeAs(page("work-items").text().split("</main>", -1));
        assertThat(one.header("Content-Security-Policy")).startsWith("default-src 'none';");
    }

    @Test
    void leadsFromALinkInABugToItsResult() {
        var address = server.url() + "/demo/_TestManagement/Runs?runId=7&amp;_a=resultSummary&amp;resultId=100003";
        items.update(
                4711,
                "[{'op':'add','path':'/fields/Microsoft.VSTS.TCM.ReproSteps','value':'<a href=" + address
                        + ">result</a> <a href=https://example.com/x>site</a>'}]");

        assertThat(page("work-items/4711").text())
                .contains("<a href=\"/runs/7/results/100003\"")
                .contains("<a href=\"https://example.com/x\" rel=\"nofollow noopener noreferrer\">site</a>");
    }

    @Test
    void showsThePicturesOfAWorkItem() {
        attach("shot.bin", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0});
        attach("evil.svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));

        var text = page("work-items/4711").text();

        var picture = text.replaceAll("(?s).*<img src=\"/(files/[0-9a-f-]+)\\?inline\".*", "$1");
        assertThat(page(picture + "?inline").header("Content-Type")).isEqualTo("image/png");
        assertThat(text).contains("evil.svg").doesNotContain("<svg");
        var drawing = text.replaceAll("(?s).*<a href=\"/(files/[0-9a-f-]+)\">evil.svg.*", "$1");
        assertThat(page(drawing + "?inline").header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(page(drawing + "?inline").header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox");
    }

    private void attach(String name, byte[] bytes) {
        var url = items.upload("fileName=" + name, bytes).json().get("url").asText();
        items.update(4711, "[{'op':'add','path':'/relations/-','value':{'rel':'AttachedFile','url':'" + url + "'}}]");
    }

    @Test
    void leadsFromAResultToItsBugAndBack() {
        client.createRun();
        client.post("runs/1/results", "[{'testCaseTitle':'a','associatedBugs':[{'id':4711}]}]");

        assertThat(page("runs/1/results/100000").text())
                .contains("<a href=\"/work-items/4711\">Bug 4711: Checkout fails");
        assertThat(page("work-items/4711").text()).contains("<a href=\"/runs/1/results/100000\">Run 1, result 100000");
    }

    @Test
    void showsThePointsOfAPlanWithTheirOutcomes() {
        client.post("runs", "{'name':'p','plan':{'id':'10'},'pointIds':[3]}");
        client.patch("runs/1/results", "[{'id':100000,'outcome':'Failed','state':'Completed'}]");

        assertThat(page("plans").text()).contains("Release 1", "Release 2");
        assertThat(page("plans/10").text())
                .contains("<a href=\"/runs/1/results/100000\"><span class=\"outcome bad\">Failed</span></a>")
                .contains("<a href=\"/work-items/124\">124 Checks out</a>");
    }

    @Test
    void opensFromTheAddressThatTheApiGives() {
        var address = items.get("workitems/4711").json().at("/_links/html/href").asText();

        var reply = Client.send(HttpRequest.newBuilder(URI.create(address)).build());

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).endsWith("/work-items/4711");
    }

    @Test
    void saysOnAPageThatThereIsNoSuchPage() {
        for (var path : List.of("work-items/9", "work-items/x", "plans/9", "files/9")) {
            assertThat(page(path).status()).isEqualTo(404);
            assertThat(page(path).text()).contains("<h1>404</h1>");
        }
    }
}

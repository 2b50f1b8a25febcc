package dev.attest.standin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
    void showsMarkupOfAWorkItemAsText() {
        items.update(
                4711,
                "[{'op':'replace','path':'/fields/System.Title','value':'<img src=x onerror=alert(1)>'},"
                        + "{'op':'add','path':'/fields/Microsoft.VSTS.TCM.ReproSteps','value':'<script>alert(2)</script>'},"
                        + "{'op':'add','path':'/fields/System.History','value':'<script>alert(3)</script>'},"
                        + "{'op':'add','path':'/relations/-','value':{'rel':'Hyperlink','url':'javascript:alert(4)'}}]");

        var one = page("work-items/4711");

        assertThat(one.text())
                .contains("&lt;script&gt;alert(2)", "&lt;script&gt;alert(3)", "<code>javascript:alert(4)</code>")
                .doesNotContain("<script", "<img");
        assertThat(one.header("Content-Security-Policy")).startsWith("default-src 'none';");
        assertThat(page("work-items").text())
                .contains("&lt;img src=x onerror=alert(1)&gt;", "Bug #4711")
                .doesNotContain("<img");
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

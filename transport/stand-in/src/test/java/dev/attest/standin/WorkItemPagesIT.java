package dev.attest.standin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    static List<String> hostileMarkup() {
        return HostileMarkup.ALL;
    }

    @ParameterizedTest
    @MethodSource("hostileMarkup")
    void showsNothingThatActs(String markup) {
        items.update(
                4711,
                "[{'op':'add','path':'/fields/Microsoft.VSTS.TCM.ReproSteps','value':'" + markup + "'},"
                        + "{'op':'add','path':'/fields/System.Description','value':'" + markup + "'},"
                        + "{'op':'add','path':'/fields/System.History','value':'" + markup + "'},"
                        + "{'op':'replace','path':'/fields/System.Title','value':'" + markup + "'},"
                        + "{'op':'add','path':'/relations/-','value':{'rel':'Hyperlink','url':'javascript:alert(4)'}}]");

        var one = page("work-items/4711");

        assertThat(one.text()).contains("<code>javascript:alert(4)</code>", "<h2>History</h2>");
        HostileMarkup.assertHarmless(one);
    }

    @Test
    void leadsFromTheLinksOfABugToItsOwnPages() {
        var qaComplete = QaCompleteClient.of(server);
        qaComplete.newRun(1);
        qaComplete.parts("POST", "v1/Bugs/12/files", "Title=t", "File@a.txt=hi");
        client.createRun();
        client.post("runs/1/results", "[{'testCaseTitle':'a'}]");
        client.post("runs/1/results/100000/attachments", "{'stream':'aGk=','fileName':'a.txt'}");
        var file = items.upload("fileName=a.txt", new byte[] {1}).json();
        var project = server.url() + "/demo/";
        var api = server.qaCompleteUrl() + "/api/v2/projects/1/";
        var pages = new LinkedHashMap<String, String>();
        pages.put(
                project + "_TestManagement/Runs?runId=1&amp;_a=resultSummary&amp;resultId=100000",
                "/runs/1/results/100000");
        pages.put(
                project + "_testManagement/runs?_a=resultSummary&amp;resultId=100000&amp;runId=1",
                "/runs/1/results/100000");
        pages.put(project + "_testManagement/runs#runId=1&amp;_a=runCharts", "/runs/1");
        pages.put("/DefaultCollection/demo/_testManagement/runs?runId=1", "/runs/1");
        pages.put(project + "_apis/test/Runs/1", "/runs/1");
        pages.put(project + "_apis/test/Runs/1/Results/100000", "/runs/1/results/100000");
        pages.put(project + "_apis/test/Runs/1/Results/100000/Attachments/1", "/attachments/1");
        pages.put(project + "_workitems/edit/4711/", "/work-items/4711");
        pages.put(project + "_apis/wit/workItems/4711", "/work-items/4711");
        pages.put(file.get("url").asText(), "/files/" + file.get("id").asText());
        pages.put(api + "testruns/1", "/qacomplete/runs/1");
        pages.put(api + "testruns/1/items/2/report", "/qacomplete/runs/1#item-2");
        pages.put(api + "defects/12", "/qacomplete/Bugs/12");
        pages.put(api + "Bugs/12/files/1", "/qacomplete/files/1");
        for (var elsewhere : List.of(
                "https://example.com/x",
                project + "_workitems/edit/99",
                project + "_apis/test/Runs/1/Results/100001",
                project + "_testManagement/runs?runId=12345678901",
                api + "testruns/9",
                api + "things/12")) {
            pages.put(elsewhere, elsewhere);
        }

        var links = new StringBuilder();
        pages.keySet().forEach(address -> links.append("<a href=" + address + ">it</a>"));
        items.update(4711, "[{'op':'add','path':'/fields/Microsoft.VSTS.TCM.ReproSteps','value':'" + links + "'}]");

        assertThat(page("work-items/4711").text())
                .contains(pages.values().stream()
                        .map(page -> "<a href=\"" + page + "\" rel=\"nofollow noopener noreferrer\">it</a>")
                        .collect(Collectors.joining()));
    }

    @Test
    void showsThePicturesInAFieldThatItHas() {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
        var file = items.upload("fileName=a.png", png).json();
        items.update(
                4711,
                "[{'op':'add','path':'/fields/Microsoft.VSTS.TCM.ReproSteps','value':'<img width=4000 src="
                        + file.get("url").asText() + "><img src=https://evil.example/x.png>'}]");

        var picture = "/files/" + file.get("id").asText() + "?inline";
        assertThat(page("work-items/4711").text())
                .contains("<div class=\"markup\"><img src=\"" + picture + "\" loading=\"lazy\"></div>")
                .doesNotContain("evil.example");
        assertThat(page(picture).header("Content-Type")).isEqualTo("image/png");
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
        assertThat(page("work-items/4711").text())
                .containsPattern("<span class=\"outcome \\w+\">\\w+</span> "
                        + "<a href=\"/runs/1/results/100000\">Run 1, result 100000: a</a>");
    }

    @Test
    void showsThePointsOfAPlanWithTheirOutcomes() {
        client.post("runs", "{'name':'p','plan':{'id':'10'},'pointIds':[3]}");
        client.patch("runs/1/results", "[{'id':100000,'outcome':'Failed','state':'Completed'}]");

        assertThat(page("plans").text()).contains("Release 1", "Release 2");
        assertThat(page("plans/10").text())
                .contains("<a href=\"/runs/1/results/100000\"><span class=\"outcome bad\">Failed</span></a>")
                .contains("<a href=\"/work-items/124\">124 Checks out</a>")
                .containsSubsequence(
                        "4 test points: 0 passed, 1 failed, 3 to run",
                        "<summary><b>Release 1</b>",
                        "Not run",
                        "<summary><b>Checkout</b> <span class=\"sum\">0 passed, 1 failed, 1 to run</span>")
                .doesNotContain("Unspecified");
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

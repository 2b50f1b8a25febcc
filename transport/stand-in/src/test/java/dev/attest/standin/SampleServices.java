package dev.attest.standin;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Work items, test plans and QAComplete as they look after some runs. The stand-in needs {@link PlansIT#plans()}. */
final class SampleServices {

    private static final int BUG = 4711;

    private final Client client;
    private final WorkItems items;
    private final QaCompleteClient qaComplete;

    SampleServices(StandIn server) {
        this.client = Client.of(server);
        this.items = WorkItems.of(server);
        this.qaComplete = QaCompleteClient.of(server);
    }

    /** Publishes all, and returns the paths of its pages. */
    List<String> publish() {
        var result = planned();
        bug(result);
        qaComplete();
        return List.of(
                "work-items",
                "work-items/" + BUG,
                "work-items/123",
                "plans",
                "plans/10",
                "qacomplete",
                "qacomplete/runs/1",
                "qacomplete/Bugs/12",
                "qacomplete/TestSets/1",
                "qacomplete/Tests/77");
    }

    /** Returns the path of a result of a test point that has a bug. */
    private String planned() {
        var run = client.post("runs", "{'name':'release','automated':true,'plan':{'id':'10'},'pointIds':[1,2,3]}")
                .json()
                .get("id")
                .asInt();
        assertThat(client.patch(
                                "runs/" + run + "/results",
                                "[{'id':100000,'outcome':'Passed','state':'Completed'},{'id':100001,'outcome':'Failed',"
                                        + "'state':'Completed','errorMessage':'declined','associatedBugs':[{'id':" + BUG
                                        + "}]}]")
                        .status())
                .isEqualTo(200);
        return run + ".100001";
    }

    private void bug(String result) {
        var picture =
                items.upload("fileName=checkout.png", SampleRuns.picture()).json();
        var log = items.upload("fileName=server.log", SampleRuns.bytes("at the checkout\n".repeat(50)))
                .json();
        update(
                "{'op':'add','path':'/fields/Microsoft.VSTS.TCM.ReproSteps','value':'<h3>Steps</h3><ol><li>Fill the cart.</li>"
                        + "<li>Pay by card.</li></ol><table><tr><td>" + "wide".repeat(60)
                        + "</td><td>b</td></tr></table>'}",
                "{'op':'add','path':'/fields/System.Tags','value':'attest; checkout; " + "t".repeat(90) + "'}",
                "{'op':'add','path':'/fields/Microsoft.VSTS.Common.Priority','value':1}",
                "{'op':'add','path':'/fields/Custom.Team','value':'" + SampleRuns.LONG_NAME.substring(0, 200) + "'}");
        update(
                relation("AttachedFile", picture.get("url").asText(), "The page as it was"),
                relation("AttachedFile", log.get("url").asText(), ""),
                relation("Hyperlink", "https://example.com/" + "path/".repeat(40), "of the build"),
                relation("ArtifactLink", "vstfs:///TestManagement/TcmResult/" + result, ""));
        for (var comment : List.of("<p>Seen on <b>two</b> branches.</p>", "<p>" + "long".repeat(80) + "</p>")) {
            assertThat(items.speaking("7.1-preview.4")
                            .json(
                                    "POST",
                                    "workitems/" + BUG + "/comments",
                                    "application/json",
                                    "{\"text\":\"" + comment + "\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static String relation(String kind, String url, String comment) {
        return "{'op':'add','path':'/relations/-','value':{'rel':'" + kind + "','url':'" + url + "','attributes':{"
                + (comment.isEmpty() ? "" : "'comment':'" + comment + "'")
                + (kind.equals("ArtifactLink") ? "'name':'Test Result'" : "") + "}}}";
    }

    private void update(String... operations) {
        var reply = items.update(BUG, "[" + String.join(",", operations) + "]");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private void qaComplete() {
        qaComplete.newRun(1);
        qaComplete.send(
                "PATCH",
                "v2/testruns/1/items/2",
                "{'StatusCode':'Failed','RunTime':3,'Steps':[{'Seq':1,'StatusCode':'Failed','ActualResult':'after <b>3</b> s "
                        + "x".repeat(200) + "'}]}");
        qaComplete.send("PATCH", "v2/testruns/1/items/1", "{'StatusCode':'Passed','RunTime':2}");
        qaComplete.parts("POST", "v2/testruns/1/items/2/report", "File@report.html=<p>hi</p>");
        qaComplete.parts("POST", "v2/testruns/1/items/2/log", "File@" + "l".repeat(120) + ".log=one line");
        qaComplete.parts("POST", "v1/Bugs/12/files", "Title=Discount", "Comments=<i>c</i>", "File@a.log=no discount\n");
        qaComplete.parts("POST", "v1/Bugs/12/files", "Title=" + "t".repeat(120), "File@a.gif=GIF89a..");
    }
}

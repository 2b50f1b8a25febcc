package dev.attest.standin;

import dev.attest.standin.rules.Assumption;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunPageIT {

    private static final String COMMENT = "Published by Attest from host7. attest-run:9f\\n"
            + "build 4711 of shop/CI (GitHub Actions), branch main, commit 1a2b3c4d, https://ci.example/1, started by ann";

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final String run = "runs/" + client.createRun();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', a b c d e",
        "q=CARD, a",
        "q=declined, a b",
        "q=100%25, d",
        "q=_, ''",
        "q=slow: 14, c",
        "q=shop.CartTest, a b",
        "mark=new, a",
        "mark=known, b",
        "mark=slow, c",
        "mark=flaky, b",
        "mark=retried, d",
        "mark=quarantined, e",
        "mark=' or 1=1, a b c d e",
        "outcome=Failed, a b e",
        "outcome=Failed&q=declined&mark=known, b",
        "outcome=Passed&q=declined, ''",
        "class=shop.CartTest, a b",
        "class=shop.OtherTest, c",
        "q=%00, ''",
    })
    void showsTheResultsThatItsAddressSelects(String query, String titles) {
        publish();

        var page = page(run + "?" + query.replace(" ", "%20").replace("'", "%27"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(titles(page.text())).isEqualTo(titles);
    }

    @ParameterizedTest
    @CsvSource({"sort=slowest, d c a b e", "sort=added, a b c d e", "sort=class, d a b e c", "sort=x, a b e d c"})
    void ordersThemAsItsAddressSays(String query, String titles) {
        publish();

        var text = page(run + "?" + query).text();

        assertThat(List.of("a", "b", "c", "d", "e").stream()
                        .sorted((one, other) -> Integer.compare(at(text, one), at(text, other)))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(titles);
    }

    @Test
    void keepsTheOtherFiltersInEachOfItsLinks() {
        publish();

        assertThat(page(run + "?q=a%26b&mark=new&sort=slowest").text())
                .contains("href=\"/" + run + "?outcome=Failed&amp;q=a%26b&amp;mark=new&amp;sort=slowest\"")
                .contains("value=\"a&amp;b\"")
                .contains("No result of this run matches.");
    }

    @Test
    void groupsByClassAndOpensThoseThatFailed() {
        client.post(
                run + "/results",
                "[" + "{'automatedTestName':'shop.GoodTest.a','outcome':'Passed','state':'Completed'},".repeat(30)
                        + "{'automatedTestName':'shop.BadTest.a','outcome':'Failed','state':'Completed'}]");

        assertThat(page(run).text())
                .contains("<details class=\"group\" open data-key=\"shop.BadTest\">", "1 failed")
                .contains("<details class=\"group\" data-key=\"shop.GoodTest\">", "30 passed");
    }

    @Test
    void forgetsAResultThatIsDeleted() {
        client.post(run + "/results", "[{'testCaseTitle':'waits','state':'Pending'}]");
        assertThat(page(run + "?q=waits").text()).contains(">waits<");

        client.patch(run, "{'state':'Completed'}");
        client.patch(run, "{'deleteInProgressResults':true}");
        client.delete(run);

        assertThat(page(run + "?q=waits").status()).isEqualTo(404);
    }

    @Test
    void findsAResultByWhatItIsNow() {
        client.post(run + "/results", "[{'testCaseTitle':'a','state':'InProgress'}]");
        client.patch(
                run + "/results", "[{'id':100000,'state':'Completed','outcome':'Failed','errorMessage':'declined'}]");

        assertThat(page(run + "?q=declined&outcome=Failed").text()).contains("/results/100000\"");
    }

    @Test
    void findsAResultByWhatItsTestPrinted() {
        publish();
        var output = "At the door\n" + "x".repeat(5_000) + "in between" + "y".repeat(5_000) + "\nORDER 4711 is gone";
        attach("100001/attachments", "ConsoleLog", output);
        attach("100001/attachments", "ConsoleLog", "on the other stream");
        attach("100002/attachments", "GeneralAttachment", "order 4711 in a file");

        assertThat(titles(page(run + "?q=order+4711").text())).isEqualTo("b");
        assertThat(titles(page(run + "?q=at+the+DOOR&outcome=Failed").text())).isEqualTo("b");
        assertThat(titles(page(run + "?q=other+stream").text())).isEqualTo("b");
        assertThat(titles(page(run + "?q=in+between").text())).isEmpty();
        client.patch(run + "/results", "[{'id':100001,'comment':'seen'}]");
        assertThat(titles(page(run + "?q=order+4711").text())).isEqualTo("b");
    }

    private void attach(String path, String type, String text) {
        var bytes = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        client.post(
                run + "/results/" + path,
                "{'fileName':'out.log','attachmentType':'" + type + "','stream':'" + bytes + "'}");
    }

    @Test
    void tellsWhereTheRunComesFrom() {
        client.patch(
                run,
                "{'comment':'" + COMMENT + "','startedDate':'2026-12-01T10:00:00Z'"
                        + ",'completedDate':'2026-12-01T11:05:09Z','state':'Completed'}");
        publish();

        assertThat(page(run).text())
                .contains("<dd>1 h 5 min</dd>", "<dd>main</dd>", "<dd>1a2b3c4d</dd>", "<dd>ann</dd>", "<dd>host7</dd>")
                .contains("<a href=\"https://ci.example/1\" rel=\"nofollow noopener noreferrer\">4711 of shop/CI");
    }

    @Test
    void showsNoMarkupOfOthers() {
        var comment = "Published by Attest from <b>. attest-run:1\\nbuild <i> of x, branch %s, javascript:alert(1)";
        for (var markup : HostileMarkup.ALL) {
            var text = markup.replace("'", "") + "\u202e";
            client.patch(run, "{'comment':'" + comment.formatted(text) + "'}");
            client.post(
                    run + "/results",
                    "[{'testCaseTitle':'" + text + "','automatedTestStorage':'" + text + "','outcome':'Failed',"
                            + "'state':'Completed','errorMessage':'" + text + "','comment':'flaky: " + text + "'}]");
        }

        for (var markup : HostileMarkup.ALL) {
            var query = URLEncoder.encode(markup + "\u202e", StandardCharsets.UTF_8);
            for (var page : List.of(page(run), page(run + "?q=" + query), page(run + "?class=" + query))) {
                // The bar, the form and the script are ours.
                var text = page.text().replaceAll("<input type=\"hidden\"[^\n]*", "");
                assertThat(text.split("<svg ", -1)).hasSize(2);
                assertThat(text.split("<form ", -1)).hasSize(2);
                assertThat(text)
                        .doesNotContain("<script>", "<img", "<iframe", "<b style", "href=\"javascript", "\u202e", "<i>")
                        .doesNotContain("<svg onload", "<form action=//");
            }
        }
    }

    @Test
    void showsALineOfTenMegabytesAsAShortOne() {
        try (var lax = StandIn.start(StandInOptions.defaults().without(Assumption.CUT_ERROR_MESSAGES))) {
            var other = Client.of(lax);
            other.post("runs", "{'name':'r','automated':true}");
            other.post(
                    "runs/1/results",
                    "[{'testCaseTitle':'a','outcome':'Failed','state':'Completed','errorMessage':'"
                            + "m".repeat(10_000_000) + "'}]");

            assertThat(Client.page(lax, "runs/1?q=mmm").text())
                    .hasSizeLessThan(20_000)
                    .contains(">a<");
        }
    }

    private void publish() {
        client.post(
                run + "/results",
                "[{'testCaseTitle':'a','automatedTestName':'shop.CartTest.paysByCard','outcome':'Failed',"
                        + "'state':'Completed','durationInMs':30,'errorMessage':'Declined','comment':'new'},"
                        + "{'testCaseTitle':'b','automatedTestStorage':'shop.CartTest','outcome':'Failed',"
                        + "'state':'Completed','durationInMs':20,'errorMessage':'was declined',"
                        + "'comment':'see #1\\nfailing since 2026-12-01; flaky: failed 4 of 20'},"
                        + "{'testCaseTitle':'c','automatedTestStorage':'shop.OtherTest','outcome':'Passed',"
                        + "'state':'Completed','durationInMs':14000,'comment':'slow: 14 s, usually 3 s'},"
                        + "{'testCaseTitle':'d','outcome':'NotExecuted','state':'Completed','durationInMs':15000,"
                        + "'errorMessage':'100%','resultGroupType':'rerun'},"
                        + "{'testCaseTitle':'e','automatedTestStorage':'shop.Last','outcome':'Failed',"
                        + "'state':'Completed','durationInMs':1,'comment':'quarantined until 2027-01-01: JIRA-1'}]");
    }

    private static String titles(String page) {
        return List.of("a", "b", "c", "d", "e").stream()
                .filter(title -> at(page, title) >= 0)
                .collect(Collectors.joining(" "));
    }

    private static int at(String page, String title) {
        return page.indexOf(">" + title + "</a>");
    }

    private Client.Reply page(String path) {
        return Client.page(server, "/" + path);
    }
}

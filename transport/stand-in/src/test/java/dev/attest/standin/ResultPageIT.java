package dev.attest.standin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultPageIT {

    private static final String TRACE = "java.lang.AssertionError: declined\\n"
            + "\\tat org.junit.jupiter.api.Assertions.fail(Assertions.java:1)\\n"
            + "\\tat app//com.example.shop.CartTest.pays(CartTest.java:42)\\n"
            + "\\tat java.base/java.lang.reflect.Method.invoke(Method.java:580)\\n";

    private final StandIn server = StandIn.start();
    private final Client client = Client.of(server);
    private final String results = "runs/" + client.createRun() + "/results";

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsPicturesThenTheMessageOnceThenTheTrace() {
        publish("declined <b>", TRACE);
        attach("?testSubResultId=1", "first.png", SampleRuns.picture());
        attach("?testSubResultId=2", "second.png", SampleRuns.picture());

        var text = page(100_000);

        assertThat(text.split("declined &lt;b&gt;</pre>", -1)).hasSize(2);
        assertThat(text)
                .containsSubsequence(
                        "<img src=\"/attachments/1?inline\"",
                        "<b>Attempt 1</b> first.png",
                        "<b>Attempt 2</b> second.png",
                        "declined &lt;b&gt;",
                        "1 frame of a library",
                        "<pre class=\"own\">",
                        "CartTest.java:42",
                        "1 frame of a library",
                        "<h2>Attempts");
    }

    @Test
    void marksWhatAnExpectedValueAndTheActualOneDoNotShare() {
        publish("expected: <a<b>c> but was: <a<i>c>", "");

        assertThat(page(100_000))
                .contains("expected: &lt;a&lt;<mark>b</mark>&gt;c&gt; but was: &lt;a&lt;<mark>i</mark>&gt;c&gt;</pre>");
    }

    @Test
    void leadsToTheFailuresBesideIt() {
        for (var outcome : new String[] {"Failed", "Passed", "Failed", "Passed", "Error"}) {
            client.post(results, "[{'testCaseTitle':'t','outcome':'" + outcome + "','state':'Completed'}]");
        }

        assertThat(page(100_002))
                .contains(
                        "<a rel=\"prev\" href=\"/" + results + "/100000\">",
                        "<a rel=\"next\" href=\"/" + results + "/100004\">");
        assertThat(page(100_000)).doesNotContain("rel=\"prev\"").contains("rel=\"next\"");
        assertThat(page(100_004)).doesNotContain("rel=\"next\"");
    }

    @Test
    void showsFilesByTheirKind() {
        publish("m", "");
        attach("", "order.json", bytes("{\"id\":1,\"text\":\"<i>\"}"));
        attach("", "out.log", bytes("first\nsecond\n".repeat(40)));
        attach("", "deep.json", bytes("[".repeat(60_000)));

        assertThat(page(100_000))
                .contains(
                        "&quot;id&quot; : 1".replace("&quot;", "\""),
                        "<summary>80 lines</summary>",
                        "<span>second</span>")
                .contains("deep.json")
                .doesNotContain("<i>");
    }

    @Test
    void staysSmallWithManyFiles() {
        publish("m", "");
        for (var file = 0; file < 250; file++) {
            attach("", "long" + file + ".log", bytes("<".repeat(60_000)));
        }

        assertThat(page(100_000))
                .hasSizeLessThan(6_000_000)
                .contains("long0.log", "long249.log", "It is not shown here, since this page shows many files.");
    }

    @Test
    void offersNoTextOfALargeFileThatIsNone() {
        publish("m", "");
        var archive = new byte[200_000];
        Arrays.fill(archive, (byte) 0xFE);
        attach("", "trace.zip", archive);

        assertThat(page(100_000)).contains("trace.zip").doesNotContain("class=\"rest\"", "data-text=");
    }

    @Test
    void keepsDigestsOutOfTheWay() {
        publish("m", "");
        var digest = "sha256:" + "0a".repeat(32);
        client.post(
                results + "/100000/attachments",
                "{'fileName':'a.txt','stream':'eA==','comment':'of the cart " + digest + "'}");
        client.post(
                results + "/100000/attachments",
                "{'fileName':'b.txt','stream':'eA==','comment':'Attempt 1, file 8, " + digest + "'}");

        assertThat(page(100_000))
                .contains("<small>of the cart</small>", "<small>Attempt 1, file 8</small>")
                .doesNotContain("sha256:");
    }

    @Test
    void showsNoMarkupOfOthers() {
        for (var markup : HostileMarkup.ALL) {
            publish(markup + "\u202e", markup.replace("'", "") + "\\n\\tat " + markup + "\u202e(x)");
        }
        attach("", "evil.json", bytes("[\"<script>alert(1)</script>\u202e\"]"));
        attach("", "line.log", bytes("<script>".repeat(1_250_000)));

        for (var index = 0; index < HostileMarkup.ALL.size(); index++) {
            assertThat(withoutOwnScripts(page(100_000 + index)))
                    .hasSizeLessThan(1_000_000)
                    .doesNotContain(
                            "<script",
                            "<img",
                            "<svg",
                            "<iframe",
                            "<form",
                            "<object",
                            "<style",
                            "<b style",
                            "<a href=java",
                            "\u202e");
        }
    }

    private static String withoutOwnScripts(String page) {
        return page.replaceAll("<script src=\"/(?:result|search)\\.js\" defer></script>", "");
    }

    private void publish(String message, String trace) {
        client.post(
                results,
                "[{'testCaseTitle':'t','automatedTestStorage':'com.example.shop.CartTest','outcome':'Failed',"
                        + "'state':'Completed','resultGroupType':'rerun','errorMessage':'" + message
                        + "','stackTrace':'"
                        + trace + "','subResults':[" + attempt(1, message, trace) + "," + attempt(2, message, trace)
                        + "]}]");
    }

    private static String attempt(int number, String message, String trace) {
        return "{'displayName':'Attempt " + number + "','sequenceId':" + number + ",'outcome':'Failed','errorMessage':'"
                + message + "','stackTrace':'" + trace + "'}";
    }

    private void attach(String query, String name, byte[] bytes) {
        var stream = Base64.getEncoder().encodeToString(bytes);
        client.post(results + "/100000/attachments" + query, "{'fileName':'" + name + "','stream':'" + stream + "'}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String page(int result) {
        var reply = Client.page(server, "/" + results + "/" + result);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self'");
        return reply.text();
    }
}

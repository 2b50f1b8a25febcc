package dev.attest.internal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Knows whose browser a session is, and leaves the others alone. */
class LiveSessionsTest {

    private final ThreadLocal<String> test = new ThreadLocal<>();
    private final List<String> ended = new ArrayList<>();
    private final LiveSessions sessions =
            new LiveSessions(new FakeAttribution(test::get), session -> ended.add(session.id()));
    private final BiFunction<String, String, String> remote = (path, body) -> "{}";

    @Test
    void knowsASessionByTheTestThatDroveItLast() {
        drive("one", "s-1");
        drive("two", "s-2");
        drive("two", "s-3");

        assertThat(idsOf("one")).containsExactly("s-1");
        assertThat(idsOf("two")).containsExactlyInAnyOrder("s-2", "s-3");
        assertThat(idsOf("three")).isEmpty();
    }

    @Test
    void forgetsASessionThatIsDeleted() {
        drive("one", "s-1");
        drive("one", "s-2");

        send("DELETE", "/session/s-1/cookie");
        assertThat(idsOf("one")).contains("s-1");
        send("DELETE", "/session/s-1");

        assertThat(idsOf("one")).containsExactly("s-2");
        assertThat(ended).containsExactly("s-1");
    }

    @Test
    void takesTheOnlyOneThereIsWhereTheTestDroveNone() {
        drive(null, "s-1");

        assertThat(idsOf("one")).containsExactly("s-1");
        drive(null, "s-2");
        assertThat(idsOf("one")).isEmpty();
    }

    @Test
    void leavesASessionToItsTestIfAThreadOfNoTestDrivesIt() {
        drive("one", "s-1");
        drive(null, "s-1");

        assertThat(idsOf("one")).containsExactly("s-1");
    }

    @Test
    void leavesTheOnlyOneToTheTestThatDroveIt() {
        drive("one", "s-1");

        assertThat(idsOf("two")).isEmpty();
    }

    @Test
    void leavesTheOnlyOneToTheThreadThatDrivesIt() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch driven = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            drive(null, "s-1");
            driven.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();
        driven.await();

        assertThat(idsOf("one")).isEmpty();
        over.countDown();
        other.join();

        assertThat(idsOf("one")).containsExactly("s-1");
    }

    @Test
    void leavesASessionAloneThatIsBusy() {
        test.set("one");
        Consumer<String> answered = sessions.sent("POST", "/session/s-1/url", remote);

        assertThat(idsOf("one")).isEmpty();
        answered.accept("");

        assertThat(idsOf("one")).containsExactly("s-1");
    }

    @Test
    void hearsOnlyOfSessions() {
        send("GET", "/status");
        send("GET", "/sessions");

        assertThat(idsOf("one")).isEmpty();
        assertThat(sessions.wereSeen()).isFalse();
    }

    @Test
    void knowsASessionFromTheReplyThatOpensIt() {
        test.set("one");
        sessions.sent("POST", "/session", remote)
                .accept("{\"value\": {\"sessionId\": \"s-1\", \"capabilities\": {\"browserName\": \"chrome\"}}}");

        assertThat(idsOf("one")).containsExactly("s-1");
    }

    @Test
    void opensNoSessionOnAReplyThatIsNone() {
        test.set("one");
        for (String reply : List.of("", "<html>", "[]", "{\"value\": {\"error\": \"session not created\"}}")) {
            sessions.sent("POST", "/session", remote).accept(reply);
        }

        assertThat(idsOf("one")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, s-1", "2, ''"})
    void endsASessionWithItsLastWindow(int windows, String expected) {
        BiFunction<String, String, String> end = (path, body) ->
                path.endsWith("/window/handles") ? "{\"value\": [" + "\"w\",".repeat(windows - 1) + "\"w\"]}" : "{}";
        test.set("one");
        sessions.sent("GET", "/session/s-1/url", end).accept("");
        sessions.sent("DELETE", "/session/s-1/window", end).accept("");

        assertThat(String.join("", ended)).isEqualTo(expected);
    }

    @Test
    void leavesASessionOfAnEarlierTestToNobody() {
        drive("one", "s-1");
        sessions.testIsOver("one");

        assertThat(idsOf("one")).isEmpty();
        assertThat(idsOf("two")).isEmpty();
        drive("two", "s-1");
        assertThat(idsOf("two")).containsExactly("s-1");
    }

    /** A Grid in this JVM sends the command of the test once more, on a thread of its own. */
    @Test
    void leavesASessionToTheTestWhoseCommandIsPassedOn() {
        test.set("one");
        Consumer<String> outer = sessions.sent("GET", "/session/s-1/url", remote);
        test.remove();
        sessions.sent("GET", "/session/s-1/url", remote).accept("");
        outer.accept("");

        assertThat(idsOf("one")).containsExactly("s-1");
    }

    @Test
    void takesAPictureThatATestAttachesForThatOfItsPage() {
        drive("one", "s-1");
        Session session = sessions.of("one").get(0);

        sessions.pictureAttached("one");
        assertThat(session.isPictureAttached()).isFalse();
        send("GET", "/session/s-1/screenshot");
        sessions.pictureAttached("two");
        assertThat(session.isPictureAttached()).isFalse();
        sessions.pictureAttached("one");
        assertThat(session.isPictureAttached()).isTrue();
        send("POST", "/session/s-1/element");
        assertThat(session.isPictureAttached()).isTrue();
        send("POST", "/session/s-1/element/e/click");
        assertThat(session.isPictureAttached()).isFalse();
    }

    @Test
    void asksARemoteEndForWhatABrowserShows() throws Exception {
        List<String> asked = new ArrayList<>();
        SessionBrowser browser = new SessionBrowser("s-1", null, (path, body) -> {
            asked.add(path);
            return switch (path.replace("/session/s-1", "")) {
                case "/screenshot" ->
                    asked.size() == 1
                            ? "{\"value\": {\"error\": \"unexpected alert open\", \"message\": \"\"}}"
                            : "{\"value\": \"cG5n\"}";
                case "/window/rect" -> "{\"value\": {\"width\": 800, \"height\": 600}}";
                default -> "{\"value\": \"text\"}";
            };
        });

        assertThat(browser.screenshot()).asString().isEqualTo("png");
        assertThat(browser.size()).isEqualTo("800x600");
        assertThat(browser.url()).isEqualTo("text");
        assertThat(asked)
                .containsExactly(
                        "/session/s-1/screenshot",
                        "/session/s-1/screenshot",
                        "/session/s-1/window/rect",
                        "/session/s-1/url");
    }

    @Test
    void asksForTheBeginningOfThePageSourceAndForAddressTitleAndSizeAtOnce() throws Exception {
        SessionBrowser browser = scripted("[\"3000000\", \"<p>\", \"http://shop/\", \"Shop\", \"800x600\"]");

        assertThat(browser.pageSource()).isEqualTo(new PageSource("<p>", 3_000_000, "http://shop/", "Shop", "800x600"));
    }

    @Test
    void leavesTheAddressToTheDriverWithinAFrame() throws Exception {
        SessionBrowser browser = scripted("[\"3\", \"<p>\"]");

        assertThat(browser.pageSource()).isEqualTo(new PageSource("<p>", 3, null, null, null));
    }

    @Test
    void asksForAllOfThePageSourceWhereNoScriptRuns() throws Exception {
        SessionBrowser browser = new SessionBrowser(
                "s-1",
                null,
                (path, body) -> path.endsWith("/source")
                        ? "{\"value\": \"<app/>\"}"
                        : "{\"value\": {\"error\": \"unsupported operation\", \"message\": \"\"}}");

        assertThat(browser.pageSource()).isEqualTo(PageSource.of("<app/>"));
    }

    @Test
    void readsTheConsoleOfChromium() throws Exception {
        List<String> asked = new ArrayList<>();
        SessionBrowser browser = new SessionBrowser("s-1", null, (path, body) -> {
            asked.add(path + " " + body);
            return "{\"value\": [{\"level\": \"SEVERE\", \"message\": \"no cart\", \"timestamp\": 1764460800123}]}";
        });

        assertThat(browser.console()).isEqualTo("[2025-11-30T00:00:00.123Z] [SEVERE] no cart\n");
        assertThat(asked).containsExactly("/session/s-1/se/log {\"type\":\"browser\"}");
    }

    @Test
    void hasNoConsoleWhereTheRemoteEndKnowsNone() throws Exception {
        SessionBrowser browser = new SessionBrowser(
                "s-1", null, (path, body) -> "{\"value\": {\"error\": \"unknown command\", \"message\": \"\"}}");

        assertThat(browser.console()).isNull();
    }

    @Test
    void saysWhatARemoteEndSaysWhereItFails() {
        SessionBrowser browser = new SessionBrowser(
                "s-1", null, (path, body) -> "{\"value\": {\"error\": \"invalid session id\", \"message\": \"gone\"}}");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(browser::screenshot))
                .hasMessage("invalid session id: gone");
    }

    private static SessionBrowser scripted(String result) {
        return new SessionBrowser(
                "s-1", null, (path, body) -> path.endsWith("/execute/sync") ? "{\"value\": " + result + "}" : "");
    }

    private void drive(String forTest, String session) {
        test.set(forTest);
        send("GET", "/session/" + session + "/url");
    }

    private void send(String method, String path) {
        sessions.sent(method, path, remote).accept("");
    }

    private List<String> idsOf(String candidate) {
        return sessions.of(candidate).stream().map(Session::id).toList();
    }
}

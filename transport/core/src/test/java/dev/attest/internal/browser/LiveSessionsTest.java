package dev.attest.internal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Knows whose browser a session is, and leaves the others alone. */
class LiveSessionsTest {

    private final ThreadLocal<String> test = new ThreadLocal<>();
    private final LiveSessions sessions = new LiveSessions(test::get);
    private final Function<String, String> remote = path -> "{}";

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

        sessions.sent(true, "/session/s-1/cookie", remote).run();
        assertThat(idsOf("one")).contains("s-1");
        sessions.sent(true, "/session/s-1", remote).run();

        assertThat(idsOf("one")).containsExactly("s-2");
    }

    @Test
    void takesTheOnlyOneThereIsWhereTheTestDroveNone() {
        drive(null, "s-1");

        assertThat(idsOf("one")).containsExactly("s-1");
        drive(null, "s-2");
        assertThat(idsOf("one")).isEmpty();
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
        Runnable answered = sessions.sent(false, "/session/s-1/url", remote);

        assertThat(idsOf("one")).isEmpty();
        answered.run();

        assertThat(idsOf("one")).containsExactly("s-1");
    }

    @Test
    void hearsOnlyOfSessions() {
        sessions.sent(false, "/status", remote).run();
        sessions.sent(false, "/session", remote).run();

        assertThat(idsOf("one")).isEmpty();
    }

    @Test
    void asksARemoteEndForWhatABrowserShows() throws Exception {
        List<String> asked = new ArrayList<>();
        SessionBrowser browser = new SessionBrowser("s-1", path -> {
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
    void saysWhatARemoteEndSaysWhereItFails() {
        SessionBrowser browser = new SessionBrowser(
                "s-1", path -> "{\"value\": {\"error\": \"invalid session id\", \"message\": \"gone\"}}");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(browser::screenshot))
                .hasMessage("invalid session id: gone");
    }

    private void drive(String forTest, String session) {
        test.set(forTest);
        sessions.sent(false, "/session/" + session + "/url", remote).run();
    }

    private List<String> idsOf(String candidate) {
        return sessions.of(candidate).stream().map(SessionBrowser::session).toList();
    }
}

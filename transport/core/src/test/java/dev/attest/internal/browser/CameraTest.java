package dev.attest.internal.browser;

import com.codeborne.selenide.WebDriverRunner;
import com.microsoft.playwright.Page;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestEvidence;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.UnhandledAlertException;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps what a browser shows, and says why where it cannot. */
class CameraTest {

    private final List<String> evidence = new ArrayList<>();

    @Test
    void keepsPictureSourceConsoleAndALine() {
        shoot(new Camera(true, true), new FakeDriver("shop"));

        assertThat(evidence)
                .containsExactly(
                        "file screenshot.png: shop",
                        "note screenshot.png: http://127.0.0.1/shop, \"Title of shop\", 1000x700, session s-1",
                        "text page-source.html: <p>shop",
                        "text browser-console.log: browser says one\nbrowser says two\n");
    }

    @Test
    void leavesOutWhatIsSwitchedOff() {
        shoot(new Camera(false, false), new FakeDriver("shop"));

        assertThat(evidence).hasSize(2).allMatch(line -> line.contains("screenshot.png"));
    }

    @Test
    void numbersTheSecondOf() {
        shoot(new Camera(true, false), new FakeDriver("one"), new FakeDriver("two"));

        assertThat(evidence)
                .contains("file screenshot.png: one", "file screenshot-2.png: two", "text page-source-2.html: <p>two");
    }

    @Test
    void takesAPageOfPlaywright() {
        shoot(new Camera(true, true), new FakePage());

        assertThat(evidence)
                .containsExactly(
                        "file screenshot.png: page",
                        "note screenshot.png: http://127.0.0.1/page, \"Title\", 800x600",
                        "text page-source.html: <p>page");
    }

    @Test
    void triesAgainWhereAnAlertWasOpen() {
        AtomicInteger calls = new AtomicInteger();
        shoot(new Camera(false, false), new FakeDriver("shop", () -> {
            if (calls.incrementAndGet() == 1) {
                throw new UnhandledAlertException();
            }
            return "after the alert";
        }));

        assertThat(evidence)
                .contains(
                        "file screenshot.png: after the alert",
                        "note An alert was open (\"Sure?\"): the picture was taken once the driver had closed it.");
    }

    @Test
    void saysWhyThereIsNone() {
        FakeDriver closed = new FakeDriver("closed");
        closed.session = null;
        shoot(new Camera(true, true), closed, new FakeDriver("dead", () -> {
            throw new NoSuchSessionException();
        }));

        assertThat(evidence)
                .containsExactly(
                        "note No screenshot.png: the browser in argument 1 was closed by then.",
                        "note No screenshot-2.png of the browser in argument 2: NoSuchSessionException: invalid session id");
        assertThat(closed.asked).isZero();
    }

    @Test
    void givesUpOnADriverThatHangs() {
        FakeDriver hung = new FakeDriver("hung", () -> {
            Thread.sleep(60_000);
            return "never";
        });
        FakeDriver next = new FakeDriver("next");

        shoot(new Camera(true, true, Duration.ofMillis(100)), hung, next);

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(evidence)
                .containsExactly(
                        "note No screenshot.png of the browser in argument 1: it did not answer in time",
                        "note No screenshot of argument 2: the 0 s are over.");
        assertThat(next.asked).isZero();
    }

    @Test
    void givesAnInterruptionBackThatWasThereBefore() {
        List<Boolean> seen = new ArrayList<>();
        Thread.currentThread().interrupt();

        shoot(new Camera(false, false), new FakeDriver("shop", () -> {
            seen.add(Thread.currentThread().isInterrupted());
            return "shop";
        }));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).containsExactly(false);
    }

    @Test
    void takesNoSecondPictureWhereSelenideHasSavedOne() {
        FakeDriver pictured = new FakeDriver("pictured");
        WebDriverRunner.STARTED.set(pictured);

        new Camera(true, true)
                .capture(
                        new BrowserCandidates(
                                new TestContext(
                                        getClass(), null, List.of(), List.of(pictured, new FakeDriver("other")), null),
                                List.of(),
                                List.of(),
                                "1.png"),
                        keeping(evidence),
                        "key");
        WebDriverRunner.STARTED.remove();

        assertThat(pictured.asked).isZero();
        assertThat(evidence)
                .contains(
                        "note 1.png: http://127.0.0.1/pictured, \"Title of pictured\", 1000x700, session s-1",
                        "file screenshot.png: other")
                .doesNotContain("text page-source.html: <p>pictured");
    }

    @Test
    void staysSilentWhereThereIsNoBrowser() {
        shoot(new Camera(true, true), "text", List.of());

        assertThat(evidence).isEmpty();
    }

    private void shoot(Camera camera, Object... arguments) {
        camera.capture(surroundings(Object.class, List.of(), List.of(arguments), List.of()), keeping(evidence), "key");
    }

    private static TestEvidence keeping(List<String> evidence) {
        return (TestEvidence) Proxy.newProxyInstance(
                TestEvidence.class.getClassLoader(), new Class<?>[] {TestEvidence.class}, (self, method, arguments) -> {
                    if (method.getName().equals("comment")) {
                        evidence.add("note " + arguments[1]);
                    } else if (arguments[2] instanceof byte[] bytes) {
                        evidence.add("file " + arguments[1] + ": " + new String(bytes, StandardCharsets.UTF_8));
                    } else {
                        evidence.add("text " + arguments[1] + ": " + arguments[2]);
                    }
                    return null;
                });
    }

    private static final class FakePage implements Page {

        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public byte[] screenshot() {
            return "page".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String url() {
            return "http://127.0.0.1/page";
        }

        @Override
        public String title() {
            return "Title";
        }

        @Override
        public Size viewportSize() {
            return new Size();
        }

        @Override
        public String content() {
            return "<p>page";
        }
    }

    private static BrowserCandidates surroundings(
            Class<?> testClass, List<?> instances, List<?> arguments, List<?> watched) {
        return new BrowserCandidates(
                new TestContext(testClass, null, instances, arguments, null), watched, List.of(), null);
    }
}

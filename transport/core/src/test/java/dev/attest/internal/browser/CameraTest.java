package dev.attest.internal.browser;

import com.microsoft.playwright.Page;
import dev.attest.internal.browser.Camera.SavedPicture;
import dev.attest.internal.browser.DriverSearch.FoundBrowser;
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
        shoot(camera(true, true), new FakeDriver("shop"));

        assertThat(evidence)
                .containsExactly(
                        "file screenshot.png: shop",
                        "note screenshot.png: http://127.0.0.1/shop, \"Title of shop\", 1000x700, session s-1",
                        "text page-source.html: <p>shop",
                        "text browser-console.log: browser says one\nbrowser says two\n");
    }

    @Test
    void leavesOutWhatIsSwitchedOff() {
        shoot(camera(false, false), new FakeDriver("shop"));

        assertThat(evidence).hasSize(2).allMatch(line -> line.contains("screenshot.png"));
    }

    @Test
    void numbersTheSecondOf() {
        shoot(camera(true, false), new FakeDriver("one"), new FakeDriver("two"));

        assertThat(evidence)
                .contains("file screenshot.png: one", "file screenshot-2.png: two", "text page-source-2.html: <p>two");
    }

    @Test
    void takesAPageOfPlaywright() {
        shoot(camera(true, true), new FakePage());

        assertThat(evidence)
                .containsExactly(
                        "file screenshot.png: page",
                        "note screenshot.png: http://127.0.0.1/page, \"Title\", 800x600",
                        "text page-source.html: <p>page");
    }

    @Test
    void triesAgainWhereAnAlertWasOpen() {
        AtomicInteger calls = new AtomicInteger();
        shoot(camera(false, false), new FakeDriver("shop", () -> {
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
        shoot(camera(true, true), closed, new FakeDriver("dead", () -> {
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
                        "note No page source of argument 1: the 0.1 s for screenshots were over.",
                        "note No console of argument 1: the 0.1 s for screenshots were over.",
                        "note No screenshot-2.png of the browser in argument 2: it did not answer in time",
                        "note No page source of argument 2: the 0.1 s for screenshots were over.",
                        "note No console of argument 2: the 0.1 s for screenshots were over.");
        assertThat(next.asked).isZero();
    }

    /** The source may hold up the driver until the time is over. */
    @Test
    void asksASlowDriverForTheAddressBeforeTheSource() {
        List<String> order = new ArrayList<>();
        FakeDriver slow =
                new FakeDriver("slow", () -> {
                    Thread.sleep(600);
                    return "slow";
                }) {
                    @Override
                    public String getCurrentUrl() {
                        order.add("address");
                        return super.getCurrentUrl();
                    }

                    @Override
                    public String getPageSource() {
                        order.add("source");
                        return super.getPageSource();
                    }
                };

        shoot(camera(true, false), slow);

        assertThat(order).containsExactly("address", "source");
        assertThat(evidence).anyMatch(line -> line.startsWith("note screenshot.png: http://127.0.0.1/slow, "));
    }

    @Test
    void takesNoSecondPictureWhereSelenideHasSavedOne() {
        FakeDriver pictured = new FakeDriver("pictured");
        List<FoundBrowser> found = found(pictured, new FakeDriver("other"));
        attach(camera(true, true).capture(found, new SavedPicture(pictured, "1.png")));

        assertThat(pictured.asked).isZero();
        assertThat(evidence)
                .contains(
                        "note 1.png: http://127.0.0.1/pictured, \"Title of pictured\", 1000x700, session s-1",
                        "file screenshot.png: other")
                .doesNotContain("text page-source.html: <p>pictured");
    }

    @Test
    void cutsASourceThatIsTooLong() {
        FakeDriver large = new FakeDriver("large");
        large.source = "x".repeat(1_000_001);

        shoot(camera(true, false), large);

        assertThat(evidence)
                .contains("note The page source of argument 1 is cut: it has 1000001 characters, and 1000000 are kept.")
                .anyMatch(line -> line.startsWith("text page-source.html: xxx") && line.length() == 1_000_023);
    }

    private void shoot(Camera camera, Object... browsers) {
        attach(camera.capture(found(browsers), null));
    }

    private void attach(List<CapturedPage> pages) {
        TestPictures pictures = new TestPictures();
        pages.forEach(page -> pictures.attach(page, keeping(evidence), "key"));
    }

    private static List<FoundBrowser> found(Object... browsers) {
        List<FoundBrowser> found = new ArrayList<>();
        for (Object each : browsers) {
            Browser browser = Browser.of(each);
            assertThat(browser).isNotNull();
            found.add(new FoundBrowser(browser, "argument " + (found.size() + 1)));
        }
        return found;
    }

    private static Camera camera(boolean pageSource, boolean console) {
        return new Camera(pageSource, console, Duration.ofSeconds(10));
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
}

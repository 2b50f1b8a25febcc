package dev.attest.internal.browser;

import dev.attest.Screenshot;
import dev.attest.When;
import dev.attest.internal.config.ScreenshotSettings;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** Attaches pictures to tests as settings and annotations want it. */
class BrowserScreenshotsTest {

    private final List<String> recorded = new ArrayList<>();

    private final TestRecorder recorder = (TestRecorder) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {TestRecorder.class}, (self, method, arguments) -> {
                if (method.getName().equals("current")) {
                    return "key";
                }
                if (method.getName().equals("thread")) {
                    return Thread.currentThread();
                }
                if (method.getName().equals("isSerial")) {
                    return true;
                }
                recorded.add(method.getName() + " " + arguments[0] + " " + arguments[1]);
                return null;
            });

    @Test
    void takesThemOfFailedTestsUnlessSetOtherwise() throws Exception {
        assertThat(taken(When.FAILED, Plain.class, "plain")).isEqualTo("failed ");
        assertThat(taken(When.ALWAYS, Plain.class, "plain")).isEqualTo("failed ended ");
        assertThat(taken(When.NEVER, Plain.class, "plain")).isEmpty();
    }

    @Test
    void heedsTheNearestAnnotation() throws Exception {
        assertThat(taken(When.FAILED, Plain.class, "always")).isEqualTo("failed ended ");
        assertThat(taken(When.ALWAYS, Never.class, "plain")).isEmpty();
        assertThat(taken(When.ALWAYS, Never.class, "failed")).isEqualTo("failed ");
        assertThat(taken(When.ALWAYS, Heir.class, "plain")).isEmpty();
        assertThat(taken(When.ALWAYS, Never.Inner.class, "plain")).isEmpty();
    }

    @Test
    void attachesWhatItTakes() throws Exception {
        screenshots(When.FAILED, true).failed("key", scene(Plain.class, "plain", List.of(new Driver())));

        assertThat(recorded)
                .containsExactly(
                        "attach key screenshot.png", "comment key screenshot.png", "attach key page-source.html");
    }

    @Test
    void knowsAWatchedDriverOnItsThreadOnly() throws Exception {
        BrowserScreenshots screenshots = screenshots(When.FAILED, false);
        Driver mine = new Driver();
        Driver others = new Driver();
        screenshots.watch(mine);
        Thread other = new Thread(() -> screenshots.watch(others));
        other.start();
        other.join();

        screenshots.failed("another key", scene(Plain.class, "plain", List.of()));
        assertThat(recorded).isEmpty();
        screenshots.failed("key", scene(Plain.class, "plain", List.of()));

        assertThat(recorded).containsExactly("attach key screenshot.png", "comment key screenshot.png");
        assertThat(others.asked).isZero();
    }

    private String taken(When when, Class<?> type, String method) throws Exception {
        BrowserScreenshots screenshots = screenshots(when, false);
        TestContext scene = scene(type, method, List.of(new Driver()));
        StringBuilder taken = new StringBuilder();
        recorded.clear();
        screenshots.failed("key", scene);
        taken.append(recorded.isEmpty() ? "" : "failed ");
        recorded.clear();
        screenshots.ended("another key", scene);
        return taken.append(recorded.isEmpty() ? "" : "ended ").toString();
    }

    private BrowserScreenshots screenshots(When when, boolean withPage) {
        ScreenshotSettings settings =
                new ScreenshotSettings(when, withPage, withPage, false, true, Duration.ofSeconds(5));
        return new BrowserScreenshots(recorder, settings, new Guard(), Path.of("."));
    }

    private static TestContext scene(Class<?> type, String method, List<Object> arguments) throws Exception {
        return new TestContext(type, type.getMethod(method), List.of(), arguments, null);
    }

    public static class Plain {
        public void plain() {}

        @Screenshot(When.ALWAYS)
        public void always() {}
    }

    @Screenshot(When.NEVER)
    public static class Never {
        public void plain() {}

        @Screenshot(When.FAILED)
        public void failed() {}

        public static class Inner {
            public void plain() {}
        }
    }

    public static class Heir extends Never {}

    /** A driver of which little is known. */
    public static final class Driver implements WebDriver, TakesScreenshot {

        private int asked;

        @Override
        public <X> X getScreenshotAs(OutputType<X> target) {
            asked++;
            return target.convert("png".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getCurrentUrl() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getTitle() {
            return "";
        }

        @Override
        public String getPageSource() {
            return "<p>";
        }
    }
}

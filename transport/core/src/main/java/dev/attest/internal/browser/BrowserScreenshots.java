package dev.attest.internal.browser;

import dev.attest.ReportingCopy;
import dev.attest.Screenshot;
import dev.attest.When;
import dev.attest.internal.config.ScreenshotSettings;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Attaches screenshots of the browsers of a test, as settings and annotations tell. The instance of the current run is
 * installed, so that the hooks of Selenium and Selenide find it, also those of a copy of Attest in another class
 * loader. Thread-safe.
 */
public final class BrowserScreenshots implements Screenshots {

    private static volatile @Nullable BrowserScreenshots installed;

    private final TestRecorder recorder;
    private final When when;
    private final Camera camera;
    private final Guard guard;
    private final WatchedDrivers watched = new WatchedDrivers();
    private final SavedFiles saved;
    private final LiveSessions sessions;

    public BrowserScreenshots(TestRecorder recorder, ScreenshotSettings settings, Guard guard) {
        this.recorder = recorder;
        this.when = settings.when();
        this.camera = new Camera(settings.pageSource(), settings.browserConsole());
        this.guard = guard;
        this.saved = new SavedFiles(recorder, guard);
        this.sessions = new LiveSessions(recorder::current);
    }

    @Override
    public void failed(String key, TestContext context) {
        guard.run("a screenshot", () -> take(key, context, false));
    }

    @Override
    public void ended(String key, TestContext context) {
        guard.run("a screenshot", () -> take(key, context, true));
    }

    /** Installs this instance in place of any other. */
    public void install() {
        installed = this;
    }

    public static void uninstall() {
        installed = null;
    }

    /**
     * Attaches a file that Selenide saved to the test of the calling thread. If the failure of the test names this
     * screenshot, Attest takes none of the same browser. Returns false if the thread works for no test, or screenshots
     * are off.
     */
    public static boolean attachSaved(Path file) {
        BrowserScreenshots current = installed;
        return current == null
                ? Boolean.TRUE.equals(ReportingCopy.call("attachSaved", file))
                : current.when != When.NEVER && current.saved.add(file);
    }

    /**
     * Records that the calling thread sends a command to the remote end of a WebDriver session.
     *
     * @param ends whether its method is {@code DELETE}
     * @param path relative to the base URL of the client
     * @param remote returns what the remote end answers to {@code GET}; held weakly
     * @return to run after the answer or the failure
     */
    public static Runnable commandSent(boolean ends, String path, Function<String, String> remote) {
        BrowserScreenshots current = installed;
        if (current != null) {
            return current.sessions.sent(ends, path, remote);
        }
        return ReportingCopy.call("commandSent", ends, path, remote) instanceof Runnable answered ? answered : () -> {};
    }

    @Override
    public void watch(Object driver) {
        guard.run("a driver", new Watched(driver));
    }

    /** Tests watch drivers while they mock what a lambda needs when it is created. */
    private final class Watched implements Guard.Action {

        private final Object driver;

        Watched(Object driver) {
            this.driver = driver;
        }

        @Override
        public void run() {
            watched.add(driver, recorder.current());
        }
    }

    private void take(String key, TestContext context, boolean passed) {
        if (configured(context).includes(passed)) {
            String savedName = saved.screenshotOf(key, context.failure());
            var candidates = new BrowserCandidates(context, watched.of(key), sessions.of(key), savedName);
            camera.capture(candidates, recorder, key);
        }
    }

    private When configured(TestContext context) {
        Screenshot nearest = new TestCode(context.testClass(), context.method()).nearest(Screenshot.class);
        return nearest == null ? when : nearest.value();
    }
}

package dev.attest.internal.browser;

import dev.attest.Screenshot;
import dev.attest.When;
import dev.attest.internal.config.ScreenshotSettings;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Attaches screenshots of the browsers of a test, as settings and annotations tell. The instance of the current run is
 * installed, so that the hooks of Selenium and Selenide find it. Thread-safe.
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

    public static Optional<BrowserScreenshots> installed() {
        return Optional.ofNullable(installed);
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
    public boolean attachSaved(Path file) {
        return when != When.NEVER && saved.add(file);
    }

    /** Returns the sessions, which record the commands of drivers. */
    public LiveSessions sessions() {
        return sessions;
    }

    @Override
    public void watch(Object driver) {
        guard.run("a driver", () -> watched.add(driver, recorder.current()));
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

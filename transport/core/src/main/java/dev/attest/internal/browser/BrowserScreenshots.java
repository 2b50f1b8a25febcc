package dev.attest.internal.browser;

import dev.attest.AttachmentType;
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
 * Attaches pictures of the browsers of a test to it, as settings and annotations want it. The one of the run that is
 * being recorded is installed, for the hooks that Selenium and Selenide load by themselves. Thread-safe.
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
    public void failed(String key, TestContext scene) {
        guard.run("a screenshot", () -> take(key, scene, false));
    }

    @Override
    public void ended(String key, TestContext scene) {
        guard.run("a screenshot", () -> take(key, scene, true));
    }

    /** Returns the one that is installed, if any. */
    public static Optional<BrowserScreenshots> installed() {
        return Optional.ofNullable(installed);
    }

    /** Installs this one in place of any other. */
    public void install() {
        installed = this;
    }

    /** Leaves none installed. */
    public static void uninstall() {
        installed = null;
    }

    /**
     * Takes a file that a library of browsers has saved for the test of the calling thread, such as a picture of its
     * own. If a failure names that picture, Attest takes none of the same browser. Returns whether there is such a
     * test.
     */
    public boolean saved(Path file) {
        return when != When.NEVER && saved.add(file);
    }

    /** Returns what hears of the commands that drivers send to their sessions. */
    public LiveSessions sessions() {
        return sessions;
    }

    @Override
    public void watch(Object driver) {
        guard.run("a driver", () -> watched.add(driver, recorder.current().orElse(null)));
    }

    private void take(String key, TestContext scene, boolean passed) {
        if (wanted(scene).includes(passed)) {
            var surroundings = new BrowserCandidates(
                    scene.testClass(),
                    scene.instances(),
                    scene.arguments(),
                    watched.of(key),
                    sessions.of(key),
                    saved.pictureOf(key, scene.failure()));
            camera.shoot(surroundings, new Attaching(recorder, key));
        }
    }

    private When wanted(TestContext scene) {
        Screenshot nearest = new TestCode(scene.testClass(), scene.method()).nearest(Screenshot.class);
        return nearest == null ? when : nearest.value();
    }

    private record Attaching(TestRecorder recorder, String key) implements ScreenshotSink {

        @Override
        public void file(String name, byte[] content) {
            recorder.attach(key, name, content, AttachmentType.GENERAL_ATTACHMENT);
        }

        @Override
        public void text(String name, String content) {
            recorder.attach(key, name, content, AttachmentType.GENERAL_ATTACHMENT);
        }

        @Override
        public void note(String line) {
            recorder.comment(key, line);
        }
    }
}

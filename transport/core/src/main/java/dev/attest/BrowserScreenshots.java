package dev.attest;

import dev.attest.capture.Camera;
import dev.attest.capture.Evidence;
import dev.attest.capture.LiveSessions;
import dev.attest.capture.Surroundings;
import dev.attest.capture.Watched;
import dev.attest.config.ScreenshotSettings;
import dev.attest.config.When;
import dev.attest.model.AttachmentType;
import java.nio.file.Path;

/** Attaches pictures of a test's browsers to it, as settings and annotations want it. */
final class BrowserScreenshots implements Screenshots {

    private final Recorder recorder;
    private final When when;
    private final Camera camera;
    private final Guard guard;
    private final Watched watched = new Watched();
    private final SavedFiles saved;
    private final LiveSessions sessions;

    BrowserScreenshots(Recorder recorder, ScreenshotSettings settings, Guard guard) {
        this.recorder = recorder;
        this.when = settings.when();
        this.camera = new Camera(settings.pageSource(), settings.browserConsole());
        this.guard = guard;
        this.saved = new SavedFiles(recorder, guard);
        this.sessions = new LiveSessions(recorder::current);
    }

    @Override
    public void failed(String key, Scene scene) {
        guard.run("a screenshot", () -> take(key, scene, false));
    }

    @Override
    public void ended(String key, Scene scene) {
        guard.run("a screenshot", () -> take(key, scene, true));
    }

    @Override
    public boolean saved(Path file) {
        return when != When.NEVER && saved.add(file);
    }

    @Override
    public LiveSessions sessions() {
        return sessions;
    }

    @Override
    public void watch(Object driver) {
        guard.run("a driver", () -> watched.add(driver, recorder.current().orElse(null)));
    }

    private void take(String key, Scene scene, boolean passed) {
        if (wanted(scene).includes(passed)) {
            var surroundings = new Surroundings(
                    scene.testClass(),
                    scene.instances(),
                    scene.arguments(),
                    watched.of(key),
                    sessions.of(key),
                    saved.pictureOf(key, scene.failure()));
            camera.shoot(surroundings, new Attaching(recorder, key));
        }
    }

    private When wanted(Scene scene) {
        Screenshot nearest = new TestCode(scene.testClass(), scene.method()).nearest(Screenshot.class);
        return nearest == null ? when : nearest.value();
    }

    private record Attaching(Recorder recorder, String key) implements Evidence {

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

package dev.attest;

import dev.attest.capture.LiveSessions;
import java.nio.file.Path;
import java.util.Optional;

/** Takes none: what a framework asks when no destination is set. */
final class NoScreenshots implements Screenshots {

    static final Screenshots INSTANCE = new NoScreenshots();

    private NoScreenshots() {}

    @Override
    public void failed(String key, Scene scene) {}

    @Override
    public void ended(String key, Scene scene) {}

    @Override
    public boolean saved(Path file) {
        return false;
    }

    @Override
    public LiveSessions sessions() {
        return new LiveSessions(Optional::empty);
    }

    @Override
    public void watch(Object driver) {}
}

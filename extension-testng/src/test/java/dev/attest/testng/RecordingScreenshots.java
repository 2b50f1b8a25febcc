package dev.attest.testng;

import dev.attest.spi.Screenshots;
import dev.attest.spi.TestContext;
import dev.attest.testkit.RecordingRecorder;

/** Notes when pictures would be taken, and of what. */
record RecordingScreenshots(RecordingRecorder recorder) implements Screenshots {

    @Override
    public void failed(String key, TestContext scene) {
        note("failed", scene);
    }

    @Override
    public void ended(String key, TestContext scene) {
        note("ended", scene);
    }

    @Override
    public void watch(Object driver) {}

    private void note(String what, TestContext scene) {
        String method = scene.method() == null ? "" : scene.method().getName();
        recorder.note("picture of " + method + ", " + what + ", in "
                + scene.instances().get(0).getClass().getSimpleName() + " given " + scene.arguments());
    }
}

package dev.attest.junit5;

import dev.attest.spi.Screenshots;
import dev.attest.spi.TestContext;
import dev.attest.spi.TestRecorder;

/** Says in the comment of a test when pictures of it would be taken, and of what. */
record CommentingScreenshots(TestRecorder recorder) implements Screenshots {

    @Override
    public void failed(String key, TestContext scene) {
        comment(key, "failed", scene);
    }

    @Override
    public void ended(String key, TestContext scene) {
        comment(key, "ended", scene);
    }

    @Override
    public void watch(Object driver) {}

    private void comment(String key, String what, TestContext scene) {
        String instances = scene.instances().stream()
                .map(instance -> instance.getClass().getSimpleName())
                .toList()
                .toString();
        String arguments = scene.arguments().stream()
                .map(argument -> argument instanceof Number ? argument.toString() : "...")
                .toList()
                .toString();
        recorder.comment(key, "picture, " + what + ", in " + instances + " given " + arguments);
    }
}

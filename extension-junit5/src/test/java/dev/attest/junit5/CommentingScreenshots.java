package dev.attest.junit5;

import dev.attest.Recorder;
import dev.attest.Scene;
import dev.attest.Screenshots;

/** Says in the comment of a test when pictures of it would be taken, and of what. */
record CommentingScreenshots(Recorder recorder) implements Screenshots {

    @Override
    public void failed(String key, Scene scene) {
        comment(key, "failed", scene);
    }

    @Override
    public void ended(String key, Scene scene) {
        comment(key, "ended", scene);
    }

    @Override
    public void watch(Object driver) {}

    private void comment(String key, String what, Scene scene) {
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

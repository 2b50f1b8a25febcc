package dev.attest.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** For what finds its recorder through the JVM: a comment goes to whichever recorder the test was reported to. */
final class JvmWideRecorder extends RecordingRecorder {

    private static final Map<String, RecordingRecorder> RUNNING = new ConcurrentHashMap<>();

    /** What a thread has prepared and was said of it, until something starts on that thread. */
    private record Prepared(String key, List<String> comments) {}

    private static final ThreadLocal<@Nullable Prepared> PREPARED = new ThreadLocal<>();

    JvmWideRecorder() {
        super("");
    }

    static void began(String key, RecordingRecorder recorder) {
        RUNNING.put(key, recorder);
        Prepared prepared = PREPARED.get();
        if (prepared != null) {
            PREPARED.remove();
            prepared.comments().forEach(line -> recorder.comment(key, line));
        }
    }

    static void ended(String key) {
        RUNNING.remove(key);
    }

    static void abandoned() {
        PREPARED.remove();
    }

    /** Returns the key under which the calling thread has prepared something that has not started. */
    static Optional<String> prepared() {
        return Optional.ofNullable(PREPARED.get()).map(Prepared::key);
    }

    /** Any recorder of the JVM may have it. */
    @Override
    public boolean isRunning(String container) {
        return true;
    }

    @Override
    public void preparing(String key) {
        PREPARED.set(new Prepared(key, new ArrayList<>()));
    }

    @Override
    public void comment(String key, String line) {
        RecordingRecorder recorder = RUNNING.get(key);
        Prepared prepared = PREPARED.get();
        if (recorder != null) {
            recorder.comment(key, line);
        } else if (prepared != null) {
            prepared.comments().add(line);
        }
    }
}

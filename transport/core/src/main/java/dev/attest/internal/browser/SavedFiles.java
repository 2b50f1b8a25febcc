package dev.attest.internal.browser;

import dev.attest.AttachmentType;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Attaches files that Selenide saves to the test of the calling thread. */
final class SavedFiles {

    /** The last screenshot of a thread, and its test. */
    private record Saved(String key, Path file) {}

    private final TestRecorder recorder;
    private final Guard guard;

    @SuppressWarnings("ThreadLocalUsage") // each run has its own files
    private final ThreadLocal<@Nullable Saved> last = new ThreadLocal<>();

    SavedFiles(TestRecorder recorder, Guard guard) {
        this.recorder = recorder;
        this.guard = guard;
    }

    /** Attaches a file to the test of the calling thread. Returns false if there is none. */
    boolean add(Path file) {
        String key = recorder.current();
        if (key != null) {
            guard.run("attachment " + file, () -> attach(key, file));
        }
        return key != null;
    }

    /** Returns the file name of the screenshot that a failure names, if it was attached to this test, or null. */
    @Nullable
    String screenshotOf(String key, @Nullable Throwable failure) {
        Saved saved = last.get();
        if (saved == null || failure == null || !saved.key().equals(key)) {
            return null;
        }
        String name = String.valueOf(saved.file().getFileName());
        return Selenide.names(failure, name) ? name : null;
    }

    private void attach(String key, Path file) throws IOException {
        // Selenide announces the log of a driver before it exists.
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            return;
        }
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".html")) {
            recorder.attach(key, name, Files.readString(file), AttachmentType.GENERAL_ATTACHMENT);
        } else {
            recorder.attach(key, file, AttachmentType.GENERAL_ATTACHMENT);
        }
        if (name.endsWith(".png")) {
            last.set(new Saved(key, file));
        }
    }
}

package dev.attest.internal.runtime;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.CurrentTest;
import dev.attest.Target;
import dev.attest.internal.guard.OwnOutput;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.TestRecorder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes the calls of {@link Attest} to the recorder, with the key of the test that the calling thread works for. The
 * first call that belongs to no test is logged as a warning. All of them are counted for the end of the run.
 */
final class CurrentTestReporter implements CurrentTest {

    private static final System.Logger LOG = System.getLogger(Attest.class.getName());

    private final ReportingSession session;
    private final UnplacedCalls unplaced;
    private final AtomicBoolean warned = new AtomicBoolean();

    CurrentTestReporter(ReportingSession session, UnplacedCalls unplaced) {
        this.session = session;
        this.unplaced = unplaced;
    }

    @Override
    public void attach(Path file, @Nullable AttachmentType type) {
        onCurrentTest("attach(" + file + ")", (recorder, key) -> recorder.attach(key, file, type));
    }

    @Override
    public void attach(String fileName, byte[] content, @Nullable AttachmentType type) {
        onCurrentTest("attach(" + fileName + ")", (recorder, key) -> recorder.attach(key, fileName, content, type));
    }

    @Override
    public void attach(String fileName, String content, @Nullable AttachmentType type) {
        onCurrentTest(
                "attach(" + fileName + ")",
                (recorder, key) -> recorder.attach(key, fileName, Objects.requireNonNull(content), type));
    }

    @Override
    public void attachTo(Target target, Path file, String comment) {
        guarded("attachTo(" + target + ", " + file + ")", () -> {
            TestRecorder recorder = session.recorder();
            if (recorder != TestRecorder.disabled()) {
                recorder.attachTo(
                        Objects.requireNonNull(target), keyOfCaller(recorder).orElse(null), file, comment);
            }
        });
    }

    @Override
    public void comment(String text) {
        onCurrentTest("comment(..)", (recorder, key) -> recorder.comment(key, text));
    }

    @Override
    public void watch(Object driver) {
        session.screenshots().watch(driver);
    }

    private void onCurrentTest(String call, BiConsumer<TestRecorder, String> action) {
        guarded(call, () -> {
            TestRecorder recorder = session.recorder();
            Optional<String> key = keyOfCaller(recorder);
            if (key.isPresent()) {
                action.accept(recorder, key.get());
            } else if (recorder != TestRecorder.disabled()) {
                unplaced.add(call.substring(0, call.indexOf('(')));
                warnOnce(call);
            }
        });
    }

    private void warnOnce(String call) {
        if (warned.compareAndSet(false, true)) {
            OwnOutput.say(() -> LOG.log(
                    System.Logger.Level.WARNING,
                    "Attest." + call + " did nothing: thread "
                            + Thread.currentThread().getName()
                            + " works for no test, or for one of several that cannot be told apart. Call it on the"
                            + " test's own thread, or on one that the test makes."));
        }
    }

    /** Catches exceptions: an invalid argument, such as null, must not fail the test. */
    private static void guarded(String call, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            OwnOutput.say(() -> LOG.log(System.Logger.Level.WARNING, "Attest." + call + " did nothing: " + e, e));
        }
    }

    private static Optional<String> keyOfCaller(TestRecorder recorder) {
        return recorder.current().or(recorder::upcoming);
    }
}

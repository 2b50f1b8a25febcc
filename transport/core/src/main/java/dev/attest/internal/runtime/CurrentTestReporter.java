package dev.attest.internal.runtime;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.CurrentTest;
import dev.attest.Target;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.TestRecorder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Passes the calls of {@link Attest} to the recorder, with the key of the test that the calling thread works for. The
 * first call that belongs to no test is logged as a warning. All of them are counted for the end of the run.
 *
 * <p>A test may mock any class of the JDK on its thread. Only the key is found there, without creating a lambda.
 */
final class CurrentTestReporter implements CurrentTest {

    private static final GuardedLogger LOG = GuardedLogger.of(Attest.class);

    private enum Kind {
        ATTACH_FILE,
        ATTACH_BYTES,
        ATTACH_TEXT,
        ATTACH_TO,
        COMMENT
    }

    /** A call, and the test that it belongs to. */
    private static final class Call implements Runnable {

        private final Kind kind;
        private final @Nullable Target target;
        private final @Nullable Object file;
        private final @Nullable Object content;
        private final @Nullable AttachmentType type;
        private TestRecorder recorder = TestRecorder.disabled();
        private @Nullable String key;

        Call(
                Kind kind,
                @Nullable Target target,
                @Nullable Object file,
                @Nullable Object content,
                @Nullable AttachmentType type) {
            this.kind = kind;
            this.target = target;
            this.file = file;
            this.content = content;
            this.type = type;
        }

        /** Catches exceptions: an invalid argument, such as null, must not fail the test. */
        @Override
        public void run() {
            try {
                report();
            } catch (Throwable e) {
                LOG.log(System.Logger.Level.WARNING, "Attest." + this + " did nothing: " + e, e);
            }
        }

        private void report() {
            switch (kind) {
                case ATTACH_FILE -> recorder.attach(given(key), (Path) given(file), type);
                case ATTACH_BYTES -> recorder.attach(given(key), (String) given(file), (byte[]) given(content), type);
                case ATTACH_TEXT -> recorder.attach(given(key), (String) given(file), (String) given(content), type);
                case ATTACH_TO -> recorder.attachTo(given(target), key, (Path) given(file), (String) given(content));
                case COMMENT -> recorder.comment(given(key), (String) given(content));
            }
        }

        @Override
        public String toString() {
            String arguments = kind == Kind.COMMENT ? ".." : kind == Kind.ATTACH_TO ? target + ", " + file : file + "";
            return method(kind) + "(" + arguments + ")";
        }
    }

    private final ReportingSession session;
    private final UnplacedCalls unplaced;
    private final AtomicBoolean warned = new AtomicBoolean();

    CurrentTestReporter(ReportingSession session, UnplacedCalls unplaced) {
        this.session = session;
        this.unplaced = unplaced;
    }

    @Override
    public void attach(Path file, @Nullable AttachmentType type) {
        report(Kind.ATTACH_FILE, null, file, null, type);
    }

    @Override
    public void attach(String fileName, byte[] content, @Nullable AttachmentType type) {
        report(Kind.ATTACH_BYTES, null, fileName, content, type);
    }

    @Override
    public void attach(String fileName, String content, @Nullable AttachmentType type) {
        report(Kind.ATTACH_TEXT, null, fileName, content, type);
    }

    @Override
    public void attachTo(Target target, Path file, String comment) {
        report(Kind.ATTACH_TO, target, file, comment, null);
    }

    @Override
    public void comment(String text) {
        report(Kind.COMMENT, null, null, text, null);
    }

    @Override
    public void watch(Object driver) {
        try {
            session.screenshots().watch(driver);
        } catch (Throwable e) {
            lost("watch");
        }
    }

    private void report(
            Kind kind,
            @Nullable Target target,
            @Nullable Object file,
            @Nullable Object content,
            @Nullable AttachmentType type) {
        try {
            TestRecorder recorder = session.recorder();
            if (recorder == TestRecorder.disabled()) {
                return;
            }
            Call call = new Call(kind, target, file, content, type);
            call.recorder = recorder;
            call.key = keyOfCaller(recorder);
            if (call.key == null && call.kind != Kind.ATTACH_TO) {
                unplaced.add(method(call.kind));
                warnOnce(call);
            } else {
                recorder.apart(call);
            }
        } catch (Throwable e) {
            lost(method(kind));
        }
    }

    /** The test mocks what the call needs, or memory is short. That must not fail it. */
    private void lost(String method) {
        try {
            unplaced.add(method);
        } catch (Throwable e) {
            // The call is not counted either.
        }
    }

    private void warnOnce(Call call) {
        if (warned.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Attest." + call + " did nothing: thread "
                            + Thread.currentThread().getName()
                            + " works for no test, or for one of several that cannot be told apart. Call it on the"
                            + " test's own thread, or on one that the test makes.");
        }
    }

    private static String method(Kind kind) {
        return kind == Kind.COMMENT ? "comment" : kind == Kind.ATTACH_TO ? "attachTo" : "attach";
    }

    private static @Nullable String keyOfCaller(TestRecorder recorder) {
        String key = recorder.current();
        return key == null ? recorder.upcoming() : key;
    }

    private static <T> T given(@Nullable T argument) {
        return Objects.requireNonNull(argument);
    }
}

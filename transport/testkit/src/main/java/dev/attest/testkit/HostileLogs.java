package dev.attest.testkit;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A handler of the logs of Attest that throws on the calling thread, as one of the user may. */
public final class HostileLogs {

    private static final Logger ATTEST = Logger.getLogger("dev.attest");

    private HostileLogs() {}

    /** Runs an action while the handler is there. */
    public static void during(Throwable thrown, Runnable action) {
        Thread victim = Thread.currentThread();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                if (Thread.currentThread() == victim) {
                    HostileLogs.<RuntimeException>raise(thrown);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        ATTEST.addHandler(handler);
        try {
            action.run();
        } finally {
            ATTEST.removeHandler(handler);
        }
    }

    /** Returns one of each kind: what no test can tell from its own failure, or what ends a build. */
    public static Stream<Throwable> kinds() {
        return Stream.of(
                new AssertionError("of the handler"),
                new OutOfMemoryError("of the handler"),
                new StackOverflowError("of the handler"),
                new NoClassDefFoundError("of the handler"),
                new IllegalStateException("of the handler"),
                new InterruptedException("of the handler"));
    }

    @SuppressWarnings({"unchecked", "DoNotCallSuggester"}) // the compiler takes it for a RuntimeException
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }
}

package dev.attest.internal.runtime;

import dev.attest.AttachmentType;
import dev.attest.CurrentTest;
import dev.attest.Target;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.spi.ReportingSession;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Whatever fails behind a call on the thread of a test, and whatever the logger that hears of it does. */
class NothingGetsOutTest {

    private static final Logger ATTEST = Logger.getLogger("dev.attest");

    private static final List<Throwable> KINDS = List.of(
            new AssertionError("thrown"),
            new OutOfMemoryError("thrown"),
            new StackOverflowError("thrown"),
            new NoClassDefFoundError("thrown"),
            new IllegalStateException("thrown"),
            new InterruptedException("thrown"));

    static Stream<Arguments> callsAndWhatIsThrown() {
        return calls().entrySet().stream()
                .flatMap(call -> KINDS.stream()
                        .map(kind -> Arguments.of(call.getKey(), kind.getClass().getSimpleName(), kind)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("callsAndWhatIsThrown")
    void letsNothingOut(String call, String kind, Throwable thrown) {
        HostileHandler hostile = new HostileHandler(Thread.currentThread(), thrown);
        ATTEST.addHandler(hostile);
        try {
            assertThatCode(() -> calls(thrown).get(call).run()).doesNotThrowAnyException();
        } finally {
            ATTEST.removeHandler(hostile);
            boolean ignored = Thread.interrupted(); // an interrupt is handed on as one
        }
    }

    @Test
    void isAskedByALoggerThatDoesThrow() {
        HostileHandler hostile = new HostileHandler(Thread.currentThread(), new AssertionError("thrown"));
        ATTEST.addHandler(hostile);
        try {
            GuardedLogger.named("dev.attest.test").log(Level.WARNING, "a message");

            assertThat(hostile.asked).isTrue();
        } finally {
            ATTEST.removeHandler(hostile);
        }
    }

    private static Map<String, Runnable> calls() {
        return calls(new AssertionError("not called"));
    }

    private static Map<String, Runnable> calls(Throwable thrown) {
        ReportingSession session = throwing(ReportingSession.class, thrown);
        CurrentTest attest = new CurrentTestReporter(session, new UnplacedCalls());
        CallsOfOtherCopies copies = new CallsOfOtherCopies(throwing(CurrentTest.class, thrown), session);
        GuardedLogger log = GuardedLogger.named("dev.attest.test");
        PrintStream hostile = new PrintStream(new ByteArrayOutputStream()) {
            @Override
            public void println(String line) {
                raise(thrown);
            }

            @Override
            public void print(String text) {
                raise(thrown);
            }
        };
        UserConsole console = new UserConsole(hostile, hostile);
        Path file = Path.of("a.txt");
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("attach a file", () -> attest.attach(file, null));
        calls.put("attach bytes", () -> attest.attach("a", new byte[0], AttachmentType.GENERAL_ATTACHMENT));
        calls.put("attach a text", () -> attest.attach("a", "text", null));
        calls.put("attach to an item", () -> attest.attachTo(Target.workItem(1), file, ""));
        calls.put("comment", () -> attest.comment("text"));
        calls.put("watch", () -> attest.watch(new Object()));
        for (String operation : List.of(
                "attachFile", "attachBytes", "comment", "watch", "commentOn", "isRunning", "failed", "unknown")) {
            calls.put("of another copy: " + operation, () -> copies.apply(operation, new Object[] {"a", "b", "c"}));
        }
        calls.put("guard", () -> new Guard().run("something", () -> raise(thrown)));
        calls.put("log", () -> log.log(Level.WARNING, "a message"));
        calls.put("log with a cause", () -> log.log(Level.WARNING, "a message", thrown));
        calls.put("log lazily", () -> log.log(Level.WARNING, () -> text(thrown)));
        calls.put("log lazily with a cause", () -> log.log(Level.WARNING, () -> text(thrown), thrown));
        calls.put("log by a format", () -> log.log(Level.WARNING, "{0}", new Unprintable(thrown)));
        calls.put("tell", () -> console.tell("a line"));
        calls.put("the last lines", () -> console.last(List.of("a line")));
        calls.put("commands", () -> console.commands(List.of("a line")));
        calls.put("warn", () -> console.warn("a sentence"));
        return calls;
    }

    private static <T> T throwing(Class<T> type, Throwable thrown) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            throw thrown;
        }));
    }

    private static String text(Throwable thrown) {
        raise(thrown);
        return "";
    }

    private static void raise(Throwable thrown) {
        NothingGetsOutTest.<RuntimeException>sneak(thrown);
    }

    @SuppressWarnings("unchecked") // the compiler takes it for a RuntimeException
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private record Unprintable(Throwable thrown) {
        @Override
        public String toString() {
            return text(thrown);
        }
    }

    /** Throws on the thread of one test only: others run beside it. */
    private static final class HostileHandler extends Handler {

        private final Thread victim;
        private final Throwable thrown;
        private boolean asked;

        HostileHandler(Thread victim, Throwable thrown) {
            this.victim = victim;
            this.thrown = thrown;
        }

        @Override
        public void publish(LogRecord logged) {
            if (Thread.currentThread() == victim) {
                asked = true;
                raise(thrown);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
